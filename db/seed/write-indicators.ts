import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import { madeUpQuarters, madeUpSeasons, type MadeUp } from './made-up-indicators.ts'
import { storyId } from './story-id.ts'

const ids = { municipality_id: storyId('municipality', 'ekdala'), unit_id: storyId('unit', 'family') }

/** Writes key figures of earlier quarters and seasons: the stories' cases alone are too few for any. */
export async function writeIndicators(tx: Kysely<DB>): Promise<void> {
  await writePeriods(tx, 'quarter', madeUpQuarters)
  await writePeriods(tx, 'season', madeUpSeasons)
}

async function writePeriods(
  tx: Kysely<DB>,
  period: 'quarter' | 'season',
  madeUp: readonly MadeUp[],
): Promise<void> {
  await insertAll(
    tx,
    'indicator_period',
    madeUp.map(({ begins }) => ({ ...ids, period, begins, counted_on: '2026-08-01' })),
  )
  await insertAll(
    tx,
    'indicator_figure',
    madeUp.flatMap(({ begins, figures }) =>
      Object.entries(figures).map(([indicator, figure]) => ({
        ...ids,
        period,
        begins,
        indicator,
        value: figure?.[0] ?? null,
        subjects: figure?.[1] ?? null,
      })),
    ),
  )
}
