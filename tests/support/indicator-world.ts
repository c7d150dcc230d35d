import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { storyId } from '../../db/seed/story-id.ts'
import { countIndicators } from '../../services/worker/statistics/count-indicators.ts'
import { municipalityId } from './people.ts'
import { openStories, storyTime, type Stories } from './stories.ts'

const municipality = municipalityId('ekdala')
export const countedMunicipality = municipality
export const countedChild = storyId('person', 'tindra')
export const countedAuthor = storyId('staff', 'mira')
/** Since ever, of what has been shown. */
export const always = '-infinity'

export type Row = Record<string, unknown>

/** A unit with cases that a test writes, and its key figures as the worker counts them. */
export type IndicatorWorld = {
  stories: Stories
  /** From now on another unit, without cases. */
  newUnit: () => Promise<void>
  unit: () => string
  /** Writes a row of the municipality. @returns its id */
  insert: (table: string, row: Row) => Promise<string>
  aCase: (row?: Row) => Promise<string>
  /** A case that has gone through these stages, each by its day. */
  went: (stages: Record<string, string>, row?: Row) => Promise<string>
  /** A signed note, or a draft. */
  wrote: (caseId: string, at: string, note?: { kind?: string; isDraft?: true }) => Promise<string>
  count: (now?: Date) => Promise<void>
  /** Of the second quarter of 2026 unless told: "0.8 of 5" by indicator, ".." for what is hidden. */
  figures: (begins?: string, period?: string) => Promise<Record<string, string>>
}

export async function openIndicatorWorld(): Promise<IndicatorWorld> {
  const stories = await openStories()
  let unit = ''

  async function newUnit(): Promise<void> {
    unit = randomUUID()
    await insert('unit', { id: unit, name: 'Räknade enheten' })
  }

  async function insert(table: string, row: Row): Promise<string> {
    const all: Row = { municipality_id: municipality, id: randomUUID(), ...row }
    const names = Object.keys(all).filter((name) => all[name] !== undefined)
    const places = names.map((_name, index) => `$${index + 1}`)
    await stories.owner.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      names.map((name) => all[name]),
    )
    return all['id'] as string
  }

  const aCase = (row: Row = {}) =>
    insert('case_file', {
      unit_id: unit,
      child_id: countedChild,
      case_number: randomUUID(),
      opened_on: '2025-01-01',
      ...row,
    })

  async function went(stages: Record<string, string>, row?: Row): Promise<string> {
    const caseId = await aCase(row)
    for (const [stage, day] of Object.entries(stages))
      await insert('case_stage', { case_id: caseId, stage, started_on: day, shown_from: always })
    return caseId
  }

  async function wrote(caseId: string, at: string, note: { kind?: string; isDraft?: true } = {}) {
    const { kind = 'meeting', isDraft } = note
    const noteId = await insert('note', { case_id: caseId, kind, event_at: at, author_id: countedAuthor })
    await insert('note_version', {
      note_id: noteId,
      number: 1,
      title: 'Möte',
      paragraphs: '[]',
      origin: 'typed',
      ...(isDraft ? {} : { signed_at: at, signed_by: countedAuthor }),
    })
    return noteId
  }

  const count = (now = storyTime) =>
    countIndicators({ database: stories.database, now: () => now, log: pino({ enabled: false }) })

  async function figures(begins = '2026-04-01', period = 'quarter'): Promise<Record<string, string>> {
    await count()
    const { rows } = await stories.owner.query<{ indicator: string; value: string | null; subjects: number }>(
      'select indicator, value, subjects from indicator_figure where unit_id = $1 and begins = $2 and period = $3',
      [unit, begins, period],
    )
    const said = (value: string | null, subjects: number) =>
      value === null ? '..' : `${Number(value)} of ${subjects}`
    return Object.fromEntries(
      rows.map(({ indicator, value, subjects }) => [indicator, said(value, subjects)]),
    )
  }

  return { stories, newUnit, unit: () => unit, insert, aCase, went, wrote, count, figures }
}

/** One after another: their order is the order of the rows. */
export async function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let index = 0; index < count; index++) done.push(await work(index))
  return done
}
