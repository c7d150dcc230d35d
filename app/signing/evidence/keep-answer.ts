import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { asService } from '../../access/guard'
import type { RequestContext } from '../../context'
import type { SignatureAnswer } from '../../oidc/signature-answer'
import type { IntentId } from './judge-answer'
import { sealEvidence } from './sealed-evidence'

const patienceMs = 20_000
const pauseMs = 250

/**
 * Keeps what the broker answered, sealed. It answers once, so a database that is away is waited for, as long as a browser and what
 * stands between wait for us; what is already kept is not kept again.
 */
export async function keepAnswer(
  context: RequestContext,
  intent: IntentId,
  answer: SignatureAnswer,
): Promise<void> {
  for (const begun = performance.now(); ;) {
    try {
      return await keepOnce(context, intent, answer)
    } catch (error) {
      if (performance.now() - begun > patienceMs) throw error
      await pause(pauseMs)
    }
  }
}

async function keepOnce(
  context: RequestContext,
  { municipalityId, intentId }: IntentId,
  { signature, ocspResponse, idToken, jwks, deviceIp }: SignatureAnswer,
): Promise<void> {
  const kept = { signature, ocspResponse, idToken, tokenKeys: jwks, deviceIp: deviceIp ?? null }
  const sealed = sealEvidence('answer', kept, intentId, context.dataKeys)
  await asService(context, (tx) =>
    sql`select service_keep_signature_answer(${municipalityId}::uuid, ${intentId}::uuid, ${sealed})`.execute(
      tx,
    ),
  )
}
