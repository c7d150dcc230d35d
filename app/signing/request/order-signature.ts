import { keepPendingSignature } from '../../access/pending-identification'
import { personAt } from '../../addresses'
import type { PersonTx, Subject } from '../../../db/connect'
import type { RequestContext } from '../../context'
import { notFound } from '../../page/problem'
import type { Leaving } from '../page/leaving-page'
import type { Outcome } from '../page/sign-outcome'
import { beginSignature, intend } from './begin-signature'
import type { SignatureRequest } from './signature-request'

type AsPerson = <T>(work: (tx: PersonTx, subject: Subject) => Promise<T>) => Promise<T>
/** @throws the not-found page */
type FindRequest = (tx: PersonTx) => Promise<SignatureRequest>

/** `page` is where the request stands; `ended` is null where the page itself says what stands. */
type Ordered = { leaving: Leaving } | { page: string; ended: Outcome | null }

/**
 * Orders a signature of the broker. No transaction is open while the broker is asked: what is to be signed is read first,
 * and fixed afterwards if it can still be answered.
 */
export async function orderSignature(
  context: RequestContext,
  asPerson: AsPerson,
  { find, browser }: { find: FindRequest; browser: string },
): Promise<Ordered> {
  const wanted = await asPerson(async (tx, { municipalityName }) => {
    const found = await find(tx)
    if (!context.bankId) throw notFound()
    if (!found.isAnswerable || found.isJudgedSoon) return { found, intended: null }
    const beside = { municipality: municipalityName, now: context.now(), dataKeys: context.dataKeys }
    return { found, intended: await intend(tx, found, beside) }
  })
  const { found, intended } = wanted
  const page = personAt.signRequest(found.caseId, found.documentId, found.id)
  if (!intended) return { page, ended: null }
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
    return { page, ended: begun.refused === 'brokerAway' ? 'unavailable' : 'failed' }
  }
  const { state, nonce, codeVerifier, requestJwt, address, fields } = begun
  const isBegun = await asPerson(async (tx) => {
    if (!(await beginSignature(tx, found.id, { ...intended, requestJwt }))) return false
    const { intentId } = intended
    await keepPendingSignature(tx, { browser, state, nonce, codeVerifier, returnTo: page, intentId })
    return true
  })
  return isBegun ? { leaving: { address, fields } } : { page, ended: null }
}
