import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ServiceTx, Transactions } from '../../../db/connect.ts'
import { sendJob } from '../../../db/jobs.ts'
import type { DataKeys } from '../../person/data-keys.ts'
import type { BankIdTrust } from '../../oidc/bankid-trust.ts'
import { decryptNumber } from '../../person/personal-identity-number.ts'
import { lastDayOfWeeks } from '../deadline/last-day.ts'
import { openEvidence, sealEvidence, type SealedVerdict } from './sealed-evidence.ts'
import { verifyBankIdSignature, type BankIdSignature } from '../verifier/bankid-signature.ts'
import { Refusal } from '../verifier/refusal.ts'

export type IntentId = { municipalityId: string; intentId: string }

/** What judging needs, in the portal and in the worker. */
export type Judge = {
  database: Pick<Transactions, 'asService'>
  now: () => Date
  dataKeys: DataKeys
  bankId: BankIdTrust
}

type ToJudge = {
  visible_text: string
  hidden_data: string
  sealed: Buffer
  received_at: Date
  /** Day on which it came, by the portal's clock. */
  answered_on: string
  signer_number: Buffer
  parts: { number: number; weeks: number }[] | null
  request_id: string
}

/**
 * Judges an answer that was kept, once, and records what came of it. Where it holds, that it is to be sealed is recorded
 * with it.
 * @returns null when it holds or was judged before; otherwise the rule that refused it
 */
export function judgeAnswer(
  { database, now, dataKeys, bankId }: Judge,
  { municipalityId, intentId }: IntentId,
): Promise<string | null> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<ToJudge>`
      select * from service_signature_to_judge(${municipalityId}::uuid, ${intentId}::uuid)`.execute(tx)
    const [found] = rows
    if (!found) return null
    const rule = await ruleAgainst(tx, found)
    if (!rule) await sendJob(tx, 'seal-signature', { municipalityId, requestId: found.request_id })
    else
      await sql`select service_refuse_signature(${municipalityId}::uuid, ${intentId}::uuid, ${rule})`.execute(
        tx,
      )
    return rule
  })

  async function ruleAgainst(tx: ServiceTx, found: ToJudge): Promise<string | null> {
    const { signature, ocspResponse } = openEvidence('answer', found.sealed, intentId, dataKeys)
    try {
      const verdict = verifyBankIdSignature(signature, ocspResponse, {
        ...bankId,
        at: found.received_at,
        signer: decryptNumber(found.signer_number, dataKeys),
        visibleText: Buffer.from(found.visible_text),
        hiddenData: Buffer.from(found.hidden_data),
      })
      const windows = (found.parts ?? []).map(({ number, weeks }) => ({
        part: number,
        last_day: lastDayOfWeeks(found.answered_on, weeks),
      }))
      const digest = createHash('sha256').update(signature).digest()
      const sealed = sealEvidence('verdict', kept(verdict), intentId, dataKeys)
      const { rows } = await sql<{ rule: string | null }>`
        select service_record_signature(${municipalityId}::uuid, ${intentId}::uuid, ${digest}, ${sealed},
                                        ${JSON.stringify(windows)}::jsonb) as rule`.execute(tx)
      return rows[0]?.rule ?? null
    } catch (error) {
      if (error instanceof Refusal) return error.rule
      throw error
    }
  }
}

/** As it is kept: certificates in base64, and by which rules. */
const kept = ({ certificate, issuer, root, ocsp, verifier }: BankIdSignature): SealedVerdict => ({
  verifier,
  certificate: certificate.toString('base64'),
  issuer: issuer.toString('base64'),
  root: root.toString('base64'),
  ocspProducedAt: ocsp.producedAt.toISOString(),
})
