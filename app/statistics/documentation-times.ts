import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

/** In display order. Seconds are rounded to tens, the rate to whole per cent. */
export const measures = [
  'notes',
  'firstDraftSeconds',
  'dictationSeconds',
  'editSeconds',
  'wordEditRate',
] as const
export type Measure = (typeof measures)[number]

export const origins = ['spoken', 'typed', 'uploaded', 'ingested'] as const
export type Origin = (typeof origins)[number]

/** null: hidden, because too few people are behind it. undefined: not measured. */
export type Figure = number | null | undefined

/** origin null: the whole quarter. engine null: all engines of the origin. */
export type Group = {
  origin: Origin | null
  engine: string | null
  figures: Partial<Record<Measure, Figure>>
}

/** `begins` is the first day. The first group is the whole quarter. */
export type Quarter = { begins: string; groups: Group[] }

export type DocumentationTimes = {
  unit: string
  /** Whether who asks leads the unit. */
  leads: boolean
  /** Smallest number of authors and of notes a figure is shown for. */
  fewest: { authors: number; notes: number }
  /** First day the current quarter is shown. */
  nextOn: string
  quarters: Quarter[]
}

type Row = {
  quarter: string
  origin: Origin | null
  engine: string | null
  measure: Measure
  value: string | null
}

/** For the signed-in person's unit. The database decides what may be shown (0022-statistics.sql). Logged. */
export async function openDocumentationTimes(tx: StaffTx): Promise<DocumentationTimes> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'readStatistics')
  `.execute(tx)
  const { unit, role, authors, notes, nextOn } = await tx
    .selectFrom('staff_member as me')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.municipality_id', '=', 'me.municipality_id').onRef('u.id', '=', 'me.unit_id'),
    )
    .where('me.id', '=', sql<string>`(select app_subject())`)
    .select([
      'u.name as unit',
      'me.role',
      fewest('authors').as('authors'),
      fewest('notes').as('notes'),
      sql<string>`(date_trunc('quarter', (select app_today())) + interval '3 months')::date`.as('nextOn'),
    ])
    .executeTakeFirstOrThrow()
  const { rows } = await sql<Row>`select * from staff_documentation_time()`.execute(tx)
  const leads = role === 'teamLeader'
  return { unit, leads, fewest: { authors, notes }, nextOn, quarters: quartersOf(rows) }
}

function fewest(counted: 'authors' | 'notes') {
  return sql<number>`(select minimum from statistics_minimum where counted = ${counted} and valid @> (select app_today()))`
}

function quartersOf(rows: readonly Row[]): Quarter[] {
  const byQuarter = new Map<string, Map<string, Group>>()
  for (const { quarter, origin, engine, measure, value } of rows) {
    const groups = byQuarter.get(quarter) ?? new Map<string, Group>()
    byQuarter.set(quarter, groups)
    const key = JSON.stringify([origin, engine])
    const group = groups.get(key) ?? { origin, engine, figures: {} }
    groups.set(key, group)
    group.figures[measure] = value === null ? null : Number(value)
  }
  return [...byQuarter].map(([begins, groups]) => ({ begins, groups: [...groups.values()] }))
}
