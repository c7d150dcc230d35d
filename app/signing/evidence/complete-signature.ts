import { sql } from 'kysely'
import type { PendingSignature } from '../../access/pending-identification'
import { asService } from '../../access/guard'
import type { RequestContext } from '../../context'
import { decryptNumber } from '../../person/personal-identity-number'
import type { Outcome } from '../page/sign-outcome'
import { judgeAnswer } from './judge-answer'
import { keepAnswer } from './keep-answer'
import { openEvidence } from './sealed-evidence'

type Return = { pending: PendingSignature; query: URLSearchParams; state: string }

/**
 * Takes what the broker answers: kept first, then judged, so that a server that dies in between loses nothing (the worker
 * judges what is left). Nothing moves unless every rule holds.
 * @returns null when it is recorded, or kept to be judged
 */
export async function completeSignature(
  context: RequestContext,
  { pending, query, state }: Return,
): Promise<Outcome | null> {
  const { municipalityId, intentId, kind } = pending
  const refusedBy = (outcome: Outcome, detail: string) => {
    context.log.warn(
      { event: 'signatureRefused', detail, intentId, requestId: context.requestId },
      'a signature was refused',
    )
    return outcome
  }
  const ordered = await findOrdered(context, pending)
  if (!ordered) return refusedBy('failed', 'intent-unknown')
  const answer = await context.identityProviders[kind].finishSignature({ ...pending, query, state }, ordered)
  if ('refused' in answer) return refusedBy(outcomeOf(answer.refused), answer.detail)
  await keepAnswer(context, pending, answer)
  try {
    const rule = await judgeAnswer({ ...context, bankId: context.bankId! }, { municipalityId, intentId })
    return rule ? refusedBy('refused', rule) : null
  } catch (error) {
    // To the person it has arrived: the page says that it is being judged, and the worker does that.
    context.log.error(
      { event: 'signatureNotJudged', error, intentId, requestId: context.requestId },
      'a signature is kept and not judged yet',
    )
    return null
  }
}

async function findOrdered(context: RequestContext, { municipalityId, intentId }: PendingSignature) {
  const { rows } = await asService(context, (tx) =>
    sql<{ signer_number: Buffer; sealed_request: Buffer | null }>`
      select * from service_signature_ordered(${municipalityId}::uuid, ${intentId}::uuid)`.execute(tx),
  )
  const [row] = rows
  if (!row) return undefined
  const { signer_number: number, sealed_request: request } = row
  return {
    signer: decryptNumber(number, context.dataKeys),
    requestJwt: request && openEvidence('request', request, intentId, context.dataKeys),
  }
}

function outcomeOf(refused: string): Outcome {
  if (refused === 'cancelled') return 'cancelled'
  return refused === 'brokerAway' ? 'unavailable' : 'failed'
}
