import { importJWK, type CryptoKey, type JWK } from 'jose'
import {
  createIngestClient,
  type IngestClient,
  type IngestClientOptions,
} from '../../docs/examples/ingest-client'

type Changed = Partial<IngestClientOptions>

/** The example client, speaking for the demo's case system to the stack that the browser tests start. */
export async function ingestClientFor(municipalityId: string, changed: Changed = {}): Promise<IngestClient> {
  const jwk = JSON.parse(process.env['E2E_INGEST_KEY'] ?? '{}') as JWK
  const key = (await importJWK(jwk, 'ES256')) as CryptoKey
  const api = `${process.env['E2E_ORIGIN'] ?? ''}/api/v1`
  return createIngestClient({
    api,
    audience: api,
    issuer: process.env['E2E_INGEST_ISSUER'] ?? '',
    clientId: 'ekdala-case-system',
    key: { key, kid: jwk.kid ?? '' },
    municipalityId,
    scope: 'notes:write stages:write parties:write documents:write recordings:write',
    ...changed,
  })
}
