import { bbicSides } from '../../bbic.ts'
import { scaleOf, type ChoiceItem, type Instrument } from '../instrument.ts'
import type { RoundFigure, SurveyResults, ToldRound } from './read-results.ts'
import { shareOf, type Share } from './share.ts'

/** One answer's part of all who have answered, where it is told. */
export type OptionPart = { id: string; positive: boolean | null; percent: number | null }

/** What one question has told: in the round, in the municipality the same season, and in each round, the oldest first. */
export type ItemResult = {
  item: ChoiceItem
  answers: number | null
  share: Share
  parts: OptionPart[]
  whole: Share
  byRound: Share[]
}

/** Mean of the questions' shares, of as many as have told one; null where none has. By round, the oldest first. */
export type MeanResult = {
  key: string
  questions: number
  byRound: { told: number; percent: number | null }[]
}

export type FormResults = {
  round: ToldRound
  /** The oldest first. */
  rounds: ToldRound[]
  items: ItemResult[]
  qualityAreas: MeanResult[]
  bbicSides: MeanResult[]
  all: MeanResult
  isAllHidden: boolean
}

/** The forms that any of the rounds has told of, as they were asked last. */
export function toldForms(
  { figures, rounds }: SurveyResults,
  instruments: readonly Instrument[],
): Instrument[] {
  const own = figures.filter(({ roundId }) => rounds.some(({ id }) => id === roundId))
  const newest = new Map<string, number>()
  for (const { instrument, version } of own)
    newest.set(instrument, Math.max(version, newest.get(instrument) ?? 0))
  return instruments.filter(({ id, version }) => newest.get(id) === version)
}

/** @param round one of the results' rounds */
export function resultsOfForm(
  { figures, rounds: newestFirst }: SurveyResults,
  form: Instrument,
  round: ToldRound,
): FormResults {
  const rounds = newestFirst.toReversed()
  const ofForm = figures.filter(({ instrument }) => instrument === form.id)
  const items = form.items
    .filter((item) => item.kind !== 'text')
    .map((item) => itemResult(item, { form, round, rounds, figures: ofForm }))
  const meanOf = (key: string, isIn: (item: ChoiceItem) => boolean) =>
    mean(
      key,
      items.filter(({ item }) => item.kind === 'choice' && isIn(item)),
      rounds.length,
    )
  return {
    round,
    rounds,
    items,
    qualityAreas: [...new Set(items.flatMap(({ item }) => item.qualityArea ?? []))].map((area) =>
      meanOf(area, ({ qualityArea }) => qualityArea === area),
    ),
    bbicSides: bbicSides
      .map(({ side, areas }) =>
        meanOf(side, ({ bbicAreas }) => bbicAreas.some((area) => areas.some((each) => each === area))),
      )
      .filter(({ questions }) => questions > 0),
    all: meanOf('all', () => true),
    isAllHidden: items.every(({ answers, share }) => answers === null && share === null),
  }
}

type Of = { form: Instrument; round: ToldRound; rounds: ToldRound[]; figures: RoundFigure[] }

function itemResult(item: ChoiceItem, { form, round, rounds, figures }: Of): ItemResult {
  const own = figures.filter((figure) => figure.item === item.id)
  const positiveIn = (roundId: string | null, tellingId: string) =>
    own.find(
      (figure) => figure.option === null && figure.roundId === roundId && figure.tellingId === tellingId,
    )
  const told = positiveIn(round.id, round.tellingId)
  return {
    item,
    answers: told?.answers ?? null,
    share: shareOf(told, round.fewest),
    parts: scaleOf(form, item)
      .options.filter(({ positive }) => positive !== null)
      .map(({ id, positive }) => {
        const part = shareOf(
          own.find(({ option, roundId }) => option === id && roundId === round.id),
          round.fewest,
        )
        return { id, positive, percent: part?.kind === 'exact' ? part.percent : null }
      }),
    whole: shareOf(positiveIn(null, round.tellingId), round.fewest),
    byRound: rounds.map(({ id, tellingId, fewest }) => shareOf(positiveIn(id, tellingId), fewest)),
  }
}

function mean(key: string, items: readonly ItemResult[], rounds: number): MeanResult {
  return {
    key,
    questions: items.length,
    byRound: Array.from({ length: rounds }, (_round, place) => {
      const shares = items.flatMap(({ byRound }) => {
        const share = byRound[place]
        return share?.kind === 'exact' ? [share.percent] : []
      })
      const sum = shares.reduce((total, percent) => total + percent, 0)
      return { told: shares.length, percent: shares.length > 0 ? Math.round(sum / shares.length) : null }
    }),
  }
}
