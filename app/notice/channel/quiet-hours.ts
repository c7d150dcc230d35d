import { sql } from 'kysely'
import type { PersonTx } from '../../../db/connect'

export type QuietHours = { from: Date; until: Date }

/** When the municipality sends nothing, as moments of today; null where it has no such hours. */
export async function findQuietHours(tx: PersonTx): Promise<QuietHours | null> {
  const row = await tx
    .selectFrom('person_quiet_hours')
    .select([momentOf('quiet_from').as('from'), momentOf('quiet_until').as('until')])
    .executeTakeFirst()
  return row ?? null
}

const momentOf = (hour: 'quiet_from' | 'quiet_until') =>
  sql<Date>`(app_today() + ${sql.ref(hour)}) at time zone 'Europe/Stockholm'`
