import { sql } from 'kysely'
import type { SignatureAct } from '../../../db/closed-lists.ts'
import type { ServiceTx } from '../../../db/connect.ts'
import type { RequestId } from '../../../db/jobs.ts'

/** A signature that holds, with all that was seen, sent, answered and judged. Days are 'YYYY-MM-DD'. */
export type SignedEvidence = {
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
  /** In base64, as the broker gave them. */
  signature: string
  ocspResponse: string | null
  idToken: string
  tokenKeys: string
  deviceIp: string | null
  /** The certificates, in base64, and by which rules. */
  verdict: { verifier: string; certificate: string }
  begunAt: Date
  /** By the machine's clock, which certificates are judged by. */
  receivedAt: Date
  signedAt: Date
}

/** Null when there is nothing left to seal. */
export async function findEvidence(
  tx: ServiceTx,
  { municipalityId, requestId }: RequestId,
): Promise<SignedEvidence | null> {
  const { rows } = await sql<SignedEvidence>`
    select document, pages, title, version, dated_on as "datedOn", case_number as "caseNumber",
           municipality_name as municipality, act, signer_name as "signerName", visible_text as "visibleText",
           hidden_data as "hiddenData", request_jwt as "requestJwt", signature, ocsp_response as "ocspResponse",
           id_token as "idToken", token_keys as "tokenKeys", device_ip as "deviceIp", verdict, begun_at as "begunAt",
           received_at as "receivedAt", signed_at as "signedAt"
      from service_signature_to_seal(${municipalityId}::uuid, ${requestId}::uuid)`.execute(tx)
  return rows[0] ?? null
}
