import { scaleOf, type Instrument } from '../instrument.ts'
import type { RoundFigure, SurveyResults, ToldRound } from './read-results.ts'
import { choiceItems } from './tell-survey.ts'
import { shareOf } from './share.ts'

/** One figure as a file gives it: what is hidden is null. Of an answer, `option` is its name, else of all positive ones. */
export type ResultRow = {
  year: number
  season: string
  area: 'unit' | 'municipality'
  respondentGroup: string
  instrument: string
  version: number
  item: string
  question: string
  qualityArea: string | null
  bbicAreas: readonly string[]
  koladaId: string | null
  option: string | null
  answers: number | null
  /** Whole per cent, and whether it is exact or a limit. */
  percent: number | null
  says: 'exact' | 'atLeast' | 'atMost' | 'most' | 'few' | 'hidden'
}

/** Everything that the pages can show, and nothing else. The newest round first. */
export function resultRows({ rounds, figures }: SurveyResults, forms: readonly Instrument[]): ResultRow[] {
  return rounds.flatMap((round) =>
    forms.flatMap((form) =>
      (['unit', 'municipality'] as const).flatMap((area) => rowsOf(figures, { round, form, area })),
    ),
  )
}

type Of = { round: ToldRound; form: Instrument; area: ResultRow['area'] }

function rowsOf(figures: readonly RoundFigure[], { round, form, area }: Of): ResultRow[] {
  const own = figures.filter(
    ({ tellingId, instrument, roundId }) =>
      tellingId === round.tellingId &&
      instrument === form.id &&
      roundId === (area === 'unit' ? round.id : null),
  )
  return choiceItems(form).flatMap((item) =>
    [null, ...scaleOf(form, item).options.filter(({ positive }) => positive !== null)].map((option) => {
      const figure = own.find((each) => each.item === item.id && each.option === (option?.id ?? null))
      const share = shareOf(figure, round.fewest)
      return {
        year: round.year,
        season: round.season,
        area,
        respondentGroup: form.respondentGroup,
        instrument: form.id,
        version: form.version,
        item: item.id,
        question: item.text.sv,
        qualityArea: item.qualityArea ?? null,
        bbicAreas: item.bbicAreas,
        koladaId: item.koladaId ?? null,
        option: option?.label.sv ?? null,
        answers: figure?.answers ?? null,
        percent: share && 'percent' in share ? share.percent : null,
        says: share?.kind ?? 'hidden',
      }
    }),
  )
}
