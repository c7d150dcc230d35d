import { asService } from '../../access/guard'
import { keepPendingSignature } from '../../access/pending-identification'
import type { Subject } from '../../../db/opening'
import type { RequestContext } from '../../context'
import { notFound, tooMany } from '../../page/problem'
import type { Leaving } from '../page/leaving-page'
import type { Outcome } from '../page/sign-outcome'
import type { SignInKind } from '../../oidc/sign-in-kind'
import { beginSignature, intend, type SignerTx, type ToSign } from './begin-signature'
import { takeBegin } from './take-begin'

/** Who signs what: a person of a case, or staff who decide. */
type Signer<Tx> = {
  kind: SignInKind
  as: <T>(work: (tx: Tx, subject: Subject) => Promise<T>) => Promise<T>
  /** @throws the not-found page */
  find: (tx: Tx) => Promise<ToSign>
  browser: string
}

/** `page` is where the request stands; `ended` is null where the page itself says what stands. */
type Ordered = { leaving: Leaving } | { page: string; ended: Outcome | null }

/**
 * Orders a signature of the broker. No transaction is open while the broker is asked: what is to be signed is read first,
 * and fixed afterwards if it can still be answered. @throws the page of too many tries
 */
export async function orderSignature<Tx extends SignerTx>(
  context: RequestContext,
  { kind, as, find, browser }: Signer<Tx>,
): Promise<Ordered> {
  const wanted = await as(async (tx, subject) => {
    const found = await find(tx)
    if (!context.bankId) throw notFound()
    if (!found.isAnswerable || found.isJudgedSoon) return { found, subject, intended: null }
    const beside = {
      kind,
      municipality: subject.municipalityName,
      now: context.now(),
      dataKeys: context.dataKeys,
    }
    return { found, subject, intended: await intend(tx, found, beside) }
  })
  const { found, subject, intended } = wanted
  const { id: requestId, page } = found
  if (!intended) return { page, ended: null }
  if (!(await asService(context, (tx) => takeBegin(tx, kind, subject)))) throw tooMany()
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
    return { page, ended: begun.refused === 'brokerAway' ? 'unavailable' : 'failed' }
  }
  const { state, nonce, codeVerifier, requestJwt, address, fields } = begun
  const { dataKeys } = context
  const isBegun = await as(async (tx) => {
    if (!(await beginSignature(tx, { kind, requestId, dataKeys }, { ...intended, requestJwt }))) return false
    const { intentId } = intended
    await keepPendingSignature(tx, { browser, state, nonce, codeVerifier, returnTo: page, intentId })
    return true
  })
  return isBegun ? { leaving: { address, fields } } : { page, ended: null }
}
