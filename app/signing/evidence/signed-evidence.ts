import { sql } from 'kysely'
import type { SignatureAct } from '../../../db/closed-lists.ts'
import type { ServiceTx } from '../../../db/connect.ts'
import type { RequestId } from '../../../db/jobs.ts'
import type { DataKeys } from '../../person/data-keys.ts'
import { openEvidence, type SealedAnswer, type SealedVerdict } from './sealed-evidence.ts'

/** A signature that holds, with all that was seen, sent, answered and judged. Days are 'YYYY-MM-DD'. */
export type SignedEvidence = SealedAnswer & {
  document: Buffer
  pages: number
  title: string
  version: number
  datedOn: string
  caseNumber: string
  municipality: string
  act: SignatureAct
  signerName: string
  visibleText: string
  hiddenData: string
  /** As it was sent to the broker; null where the broker takes no signed requests. */
  requestJwt: string | null
  verdict: SealedVerdict
  begunAt: Date
  /** By the machine's clock, which certificates are judged by. */
  receivedAt: Date
  signedAt: Date
}

type Row = Omit<SignedEvidence, keyof SealedAnswer | 'requestJwt' | 'verdict'> & {
  intentId: string
  sealedRequest: Buffer | null
  sealedAnswer: Buffer
  sealedVerdict: Buffer
}

/** Opened with the data keys. Null when there is nothing left to seal. */
export async function findEvidence(
  tx: ServiceTx,
  { municipalityId, requestId }: RequestId,
  dataKeys: DataKeys,
): Promise<SignedEvidence | null> {
  const { rows } = await sql<Row>`
    select document, pages, title, version, dated_on as "datedOn", case_number as "caseNumber",
           municipality_name as municipality, act, signer_name as "signerName", visible_text as "visibleText",
           hidden_data as "hiddenData", intent_id as "intentId", sealed_request as "sealedRequest",
           sealed_answer as "sealedAnswer", sealed_verdict as "sealedVerdict", begun_at as "begunAt",
           received_at as "receivedAt", signed_at as "signedAt"
      from service_signature_to_seal(${municipalityId}::uuid, ${requestId}::uuid)`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { intentId, sealedRequest, sealedAnswer, sealedVerdict, ...known } = row
  return {
    ...known,
    ...openEvidence('answer', sealedAnswer, intentId, dataKeys),
    requestJwt: sealedRequest && openEvidence('request', sealedRequest, intentId, dataKeys),
    verdict: openEvidence('verdict', sealedVerdict, intentId, dataKeys),
  }
}
