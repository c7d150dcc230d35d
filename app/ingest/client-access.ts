import { sql } from 'kysely'
import type { ServiceTx } from '../../db/connect.ts'
import type { IngestSender } from './ingest-items.ts'

/** Per minute and client. A list of 500 counts as one. */
const mostRequests = 600

type Entered = { scopes: string[]; allowed: boolean }

/** Counts the request against the client's limit. Null for a client the municipality does not know. */
export async function openIngest(
  tx: ServiceTx,
  { municipalityId, clientId }: IngestSender,
  callerKey: Buffer,
): Promise<Entered | null> {
  const { rows } = await sql<Entered>`
    select scopes, allowed from ingest_client_access(${municipalityId}::uuid, ${clientId}, ${callerKey}, ${mostRequests}::int)`.execute(
    tx,
  )
  return rows[0] ?? null
}
