import { keepPendingSignature } from '../../access/pending-identification'
import { personAt } from '../../addresses'
import type { PersonTx, Subject } from '../../../db/connect'
import type { RequestContext } from '../../context'
import { notFound } from '../../page/problem'
import type { Leaving } from '../page/leaving-page'
import type { Outcome } from '../page/sign-outcome'
import { beginSignature, intend } from './begin-signature'
import { findSignatureRequest } from './signature-request'

type AsPerson = <T>(work: (tx: PersonTx, subject: Subject) => Promise<T>) => Promise<T>
type Which = { caseId: string; documentId: string; browser: string }

/** `ended` is null where the page itself says what stands. */
type Ordered = { leaving: Leaving } | { ended: Outcome | null }

/**
 * Orders a signature of the broker. No transaction is open while the broker is asked: what is to be signed is read first,
 * and fixed afterwards if it can still be answered.
 */
export async function orderSignature(
  context: RequestContext,
  asPerson: AsPerson,
  { caseId, documentId, browser }: Which,
): Promise<Ordered> {
  const wanted = await asPerson(async (tx, { municipalityName }) => {
    const found = await findSignatureRequest(tx, caseId, documentId)
    if (!found || !context.bankId) throw notFound()
    if (!found.isAnswerable || found.isJudgedSoon) return null
    const beside = { municipality: municipalityName, now: context.now(), dataKeys: context.dataKeys }
    return { requestId: found.id, intended: await intend(tx, found, beside) }
  })
  if (!wanted) return { ended: null }
  const { requestId, intended } = wanted
  const begun = await context.identityProviders.person.startSignature({
    signer: intended.signer,
    visibleText: Buffer.from(intended.visibleText),
    hiddenData: Buffer.from(intended.hiddenData),
    languages: [...new Set([context.visitor.language, 'sv', 'en'])],
  })
  if ('refused' in begun) {
    context.log.warn(
      { event: 'signatureNotBegun', detail: begun.detail, requestId: context.requestId },
      'a signature could not be ordered',
    )
    return { ended: begun.refused === 'brokerAway' ? 'unavailable' : 'failed' }
  }
  const { state, nonce, codeVerifier, requestJwt, address, fields } = begun
  const returnTo = personAt.sign(caseId, documentId)
  const isBegun = await asPerson(async (tx) => {
    if (!(await beginSignature(tx, requestId, { ...intended, requestJwt }))) return false
    const { intentId } = intended
    await keepPendingSignature(tx, { browser, state, nonce, codeVerifier, returnTo, intentId })
    return true
  })
  return isBegun ? { leaving: { address, fields } } : { ended: null }
}
