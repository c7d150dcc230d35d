import { keepPendingSignature } from '../../access/pending-identification'
import type { Subject } from '../../../db/connect'
import type { RequestContext } from '../../context'
import { notFound } from '../../page/problem'
import type { Leaving } from '../page/leaving-page'
import type { Outcome } from '../page/sign-outcome'
import type { SignInKind } from '../../oidc/sign-in-kind'
import { beginSignature, intend, type SignerTx, type ToSign } from './begin-signature'

/** Who signs what: a person of a case, or staff who decide. */
type Signer<Tx> = {
  kind: SignInKind
  as: <T>(work: (tx: Tx, subject: Subject) => Promise<T>) => Promise<T>
  find: (tx: Tx) => Promise<ToSign | undefined>
  /** Where the browser comes back to. */
  returnTo: string
  browser: string
}

/** `ended` is null where the page itself says what stands. */
type Ordered = { leaving: Leaving } | { ended: Outcome | null }

/**
 * Orders a signature of the broker. No transaction is open while the broker is asked: what is to be signed is read first,
 * and fixed afterwards if it can still be answered.
 */
export async function orderSignature<Tx extends SignerTx>(
  context: RequestContext,
  { kind, as, find, returnTo, browser }: Signer<Tx>,
): Promise<Ordered> {
  const wanted = await as(async (tx, { municipalityName }) => {
    const found = await find(tx)
    if (!found || !context.bankId) throw notFound()
    if (!found.isAnswerable || found.isJudgedSoon) return null
    const beside = { kind, municipality: municipalityName, now: context.now(), dataKeys: context.dataKeys }
    return { requestId: found.id, intended: await intend(tx, found, beside) }
  })
  if (!wanted) return { ended: null }
  const { requestId, intended } = wanted
  const begun = await context.identityProviders[kind].startSignature({
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
  const isBegun = await as(async (tx) => {
    if (!(await beginSignature(tx, { kind, requestId }, { ...intended, requestJwt }))) return false
    const { intentId } = intended
    await keepPendingSignature(tx, { browser, state, nonce, codeVerifier, returnTo, intentId })
    return true
  })
  return isBegun ? { leaving: { address, fields } } : { ended: null }
}
