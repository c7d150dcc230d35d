import { sql } from 'kysely'
import type { IndicatorKey } from '../../../db/closed-lists'
import type { StaffTx } from '../../../db/connect'

export type MeasuredIn = 'share' | 'days' | 'hours' | 'perHundred' | 'people'

/** `begins` is the first day. */
export type Period = { begins: string; season: 'spring' | 'autumn' | null }

/** null: hidden, because too few are behind it. `subjects`: how many children, or people who were asked. */
export type Told = { value: number; subjects: number } | null

/** By first day of the period. A period in which nothing was measured is missing. */
export type Series = { measuredIn: MeasuredIn; told: Record<string, Told> }

export type Limit = { amount: number; unit: 'hours' | 'days' | 'workingDays' | 'months'; source: string }

export type Indicators = {
  unit: string
  /** Smallest number of children, or people who were asked, a figure is shown for. */
  fewest: number
  /** Oldest first. */
  quarters: Period[]
  seasons: Period[]
  series: Partial<Record<IndicatorKey, Series>>
  /** In force today. */
  limits: Partial<Record<IndicatorKey, Limit>>
}

type Row = {
  period: 'quarter' | 'season'
  begins: string
  season: Period['season']
  indicator: IndicatorKey
  measured_in: MeasuredIn
  value: string | null
  subjects: number | null
}

/** For who leads a unit, of that unit; null for everybody else. The database decides what is told. Logged. */
export async function openIndicators(tx: StaffTx): Promise<Indicators | null> {
  const led = await tx
    .selectFrom('staff_member as me')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.municipality_id', '=', 'me.municipality_id').onRef('u.id', '=', 'me.unit_id'),
    )
    .where('me.id', '=', sql<string>`(select app_subject())`)
    .where('me.role', '=', 'teamLeader')
    .select([
      'u.name as unit',
      sql<number>`(select minimum from statistics_minimum where counted = 'subjects' and valid @> (select app_today()))`.as(
        'fewest',
      ),
    ])
    .executeTakeFirst()
  if (!led) return null
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'readStatistics')
  `.execute(tx)
  const { rows } = await sql<Row>`
    select period, begins, season, indicator, measured_in, value, subjects from staff_indicator order by begins, position
  `.execute(tx)
  const { rows: limits } = await sql<Limit & { indicator: IndicatorKey }>`
    select indicator, amount, unit, source from indicator_limit where valid @> (select app_today())
  `.execute(tx)
  return {
    ...led,
    quarters: periodsOf(rows, 'quarter'),
    seasons: periodsOf(rows, 'season'),
    series: seriesOf(rows),
    limits: Object.fromEntries(limits.map(({ indicator, ...limit }) => [indicator, limit])),
  }
}

function periodsOf(rows: readonly Row[], of: Row['period']): Period[] {
  const found = new Map<string, Period>()
  for (const { period, begins, season } of rows) if (period === of) found.set(begins, { begins, season })
  return [...found.values()]
}

function seriesOf(rows: readonly Row[]): Indicators['series'] {
  const series: Indicators['series'] = {}
  for (const { indicator, measured_in: measuredIn, begins, value, subjects } of rows) {
    const { told } = (series[indicator] ??= { measuredIn, told: {} })
    told[begins] = value === null || subjects === null ? null : { value: Number(value), subjects }
  }
  return series
}
