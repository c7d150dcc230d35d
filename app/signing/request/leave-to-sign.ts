import { data, redirect } from '@remix-run/node'
import { browserSecret, keepPendingSignature, pendingFor } from '../../access/pending-identification'
import { readCookie, setCookie } from '../../access/cookies'
import { asPerson } from '../../access/guard'
import { personAt } from '../../addresses'
import type { RequestContext } from '../../context'
import { notFound } from '../../page/problem'
import { withOutcome } from '../page/sign-outcome'
import { beginSignature, intend } from './begin-signature'
import { findSignatureRequest } from './signature-request'

type Arrival = { request: Request; context: RequestContext; form: FormData }
type Which = { caseId: string; documentId: string }

/**
 * Orders a signature of the broker and sends the person there. No transaction is open while the broker is asked: what is to
 * be signed is read first, and fixed afterwards if it can still be answered.
 */
export async function leaveToSign(arrival: Arrival, { caseId, documentId }: Which) {
  const { request, context } = arrival
  const page = personAt.sign(caseId, documentId)
  const wanted = await asPerson(arrival, async (tx, { municipalityName }) => {
    const found = await findSignatureRequest(tx, caseId, documentId)
    if (!found || !context.bankId) throw notFound()
    if (!found.isAnswerable || found.isJudgedSoon) return null
    const beside = { municipality: municipalityName, now: context.now(), dataKeys: context.dataKeys }
    return { requestId: found.id, intended: await intend(tx, found, beside) }
  })
  if (!wanted) return redirect(page, 303)
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
    return redirect(withOutcome(page, begun.refused === 'brokerAway' ? 'unavailable' : 'failed'), 303)
  }
  const { state, nonce, codeVerifier, requestJwt, address, fields } = begun
  const browser = browserSecret(readCookie(request.headers.get('Cookie'), 'signIn', context.origin))
  const isBegun = await asPerson(arrival, async (tx) => {
    if (!(await beginSignature(tx, requestId, { ...intended, requestJwt }))) return false
    const { intentId } = intended
    await keepPendingSignature(tx, { browser, state, nonce, codeVerifier, returnTo: page, intentId })
    return true
  })
  if (!isBegun) return redirect(page, 303)
  const headers = { 'Set-Cookie': setCookie('signIn', browser, context.origin, pendingFor) }
  return data({ leaving: { address, fields }, words: '', fault: null }, { headers })
}
