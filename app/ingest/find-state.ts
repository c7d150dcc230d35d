import { sql } from 'kysely'
import type { ServiceTx } from '../../db/connect.ts'
import type { IngestSender } from './ingest-items.ts'
import { stateSchema, type IngestState } from './outcome.ts'

export async function findState(
  tx: ServiceTx,
  { municipalityId, clientId }: IngestSender,
  externalId: string,
): Promise<IngestState | null> {
  const { rows } = await sql<{ state: unknown }>`
    select ingest_state(${municipalityId}::uuid, ${clientId}, ${externalId}) as state`.execute(tx)
  return stateSchema.nullable().parse(rows[0]?.state ?? null)
}
