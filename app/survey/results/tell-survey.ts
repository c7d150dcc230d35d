import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect.ts'
import { instrumentOf, scaleOf, type ChoiceItem, type Instrument } from '../instrument.ts'
import type { Minimums, ToldFigure, UnitAnswers } from './item-answers.ts'
import type { Mark } from './mark.ts'
import { marksIn } from './marks-in.ts'
import { tellItem } from './tell-item.ts'

/** The rounds of all units of a municipality in one season. */
export type Season = { municipalityId: string; year: number; season: string }

type Text = { id: string; roundId: string; instrument: string; version: number; item: string; words: string }
type MarkedText = Text & { marks: readonly Mark[] }

type Count = {
  roundId: string
  instrument: string
  version: number
  item: string
  option: string | null
  answers: number
}
type SurveyCounts = { counts: Count[]; minimums: Minimums }

/** A figure, and of which item of which form it is. */
type ItemFigure = ToldFigure & { instrument: string; version: number; item: string }

/** Seasons whose rounds are over and have told nothing yet. */
export async function listUntold(tx: ServiceTx): Promise<Season[]> {
  const { rows } = await sql<Season>`
    select municipality_id as "municipalityId", year, season from service_surveys_to_tell()`.execute(tx)
  return rows
}

type AsService = <T>(work: (tx: ServiceTx) => Promise<T>) => Promise<T>

/**
 * Tells a season: what it tells is worked out from all of its answers and kept, once.
 * @returns how many figures were told; null when somebody else has told it
 */
export async function tellSeason(
  asService: AsService,
  season: Season,
  { instruments, now }: { instruments: readonly Instrument[]; now: Date },
): Promise<number | null> {
  const counts = await asService((tx) => countAnswers(tx, season))
  const texts = await asService((tx) => readTexts(tx, season))
  // Outside any transaction: working it out may take longer than one may stand idle.
  const figures = await workOutFigures(counts, instruments)
  const marked = await Promise.all(
    texts.map(async (text) => ({ ...text, marks: await marksIn(text.words, now) })),
  )
  return (await asService((tx) => keepTold(tx, season, { figures, texts: marked }))) ? figures.length : null
}

async function countAnswers(tx: ServiceTx, { municipalityId, year, season }: Season): Promise<SurveyCounts> {
  // A million answers are counted once, not within the time that a page has.
  await sql`set local statement_timeout = '10min'`.execute(tx)
  const { rows: counts } = await sql<Count>`
    select round_id as "roundId", instrument, instrument_version as version, item, option, answers
      from service_survey_counts(${municipalityId}, ${year}, ${season})`.execute(tx)
  const { rows } = await sql<{ people: number; answers: number }>`
    select * from service_survey_minimums()`.execute(tx)
  const { people, answers } = rows[0]!
  return { counts, minimums: { fewest: people, published: answers } }
}

async function readTexts(tx: ServiceTx, { municipalityId, year, season }: Season): Promise<Text[]> {
  const { rows } = await sql<Text>`
    select id, round_id as "roundId", instrument, instrument_version as version, item, words
      from service_survey_texts(${municipalityId}, ${year}, ${season})`.execute(tx)
  return rows
}

/**
 * What may be told of all that was counted.
 * @throws Error when the form that was answered is not there: what is told is told once, so it waits for the form
 */
async function workOutFigures(
  { counts, minimums }: SurveyCounts,
  instruments: readonly Instrument[],
): Promise<ItemFigure[]> {
  const figures: ItemFigure[] = []
  for (const ofForm of grouped(counts, ({ instrument, version }) => `${instrument} ${version}`)) {
    const { instrument: id, version } = ofForm[0]!
    const instrument = instrumentOf(instruments, id, version)
    if (!instrument) throw new Error(`no form of the survey is ${id}, version ${version}`)
    for (const item of choiceItems(instrument)) {
      const units = unitAnswers(ofForm.filter((count) => count.item === item.id))
      const counted = { kind: item.kind, options: scaleOf(instrument, item).options }
      const told = await tellItem(counted, units, minimums)
      figures.push(...told.map((figure) => ({ ...figure, instrument: id, version, item: item.id })))
    }
  }
  return figures
}

/** Keeps what is told. False when it has been told already. */
async function keepTold(
  tx: ServiceTx,
  { municipalityId, year, season }: Season,
  { figures, texts }: { figures: readonly ItemFigure[]; texts: readonly MarkedText[] },
): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select service_tell_survey(${municipalityId}, ${year}, ${season}, ${JSON.stringify(figures)},
      ${JSON.stringify(texts)}) as told`.execute(tx)
  return rows[0]!.told
}

export function choiceItems({ items }: Instrument): ChoiceItem[] {
  return items.filter((item) => item.kind !== 'text')
}

function unitAnswers(counts: readonly Count[]): UnitAnswers[] {
  return grouped(counts, ({ roundId }) => roundId).map((ofRound) => ({
    roundId: ofRound[0]!.roundId,
    answered: ofRound.find(({ option }) => option === null)?.answers ?? 0,
    chosen: new Map(
      ofRound.flatMap(({ option, answers }): [string, number][] =>
        option === null ? [] : [[option, answers]],
      ),
    ),
  }))
}

function grouped(counts: readonly Count[], keyOf: (count: Count) => string): Count[][] {
  const groups = new Map<string, Count[]>()
  for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count])
  return [...groups.values()]
}
