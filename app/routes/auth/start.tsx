import { redirect, type ActionFunctionArgs, type HeadersFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { postedForm } from '../../access/posted-form'
import { readCookie, setCookie } from '../../access/cookies'
import { asService } from '../../access/guard'
import { browserSecret, keepPendingSignIn, pendingFor, takeTry } from '../../access/pending-identification'
import { returnPath } from '../../access/return-path'
import { outcomeOf } from '../../access/sign-in-outcome'
import { SignInOutcomePage } from '../../access/sign-in-outcome-page'
import { textsIn } from '../../i18n/texts.server'
import type { RequestContext } from '../../context'

export const handle = { script: false, title: 'access:outcome.title' }

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** Only by a post from our own page, so that no other site can begin a sign-in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const kind = form.get('kind') === 'staff' ? 'staff' : 'person'
  const returnTo = returnPath(kind, form.get('till'))
  const allowed = await asService(context, (tx) => takeTry(tx, kind, context.callerKey))
  if (!allowed) return outcomeOf(context, { outcome: 'tooManyTries', kind, returnTo })

  const provider = context.identityProviders[kind]
  const eId = provider.eIds.find((each) => each === form.get('eid'))
  const begun = await provider.begin({ eId, ...wordsFor(context) })
  if ('refused' in begun) {
    return outcomeOf(context, { outcome: begun.refused, kind, returnTo, detail: begun.detail })
  }
  const browser = browserSecret(readCookie(request.headers.get('Cookie'), 'signIn', context.origin))
  const { state, nonce, codeVerifier, url } = begun
  await asService(context, (tx) =>
    keepPendingSignIn(tx, { browser, state, nonce, codeVerifier, kind, returnTo }),
  )
  const cookie = setCookie('signIn', browser, context.origin, pendingFor)
  return redirect(url, { status: 303, headers: { 'Set-Cookie': cookie } })
}

function wordsFor({ visitor: { language } }: RequestContext) {
  const [text, swedish] = [language, 'sv' as const].map((each) => textsIn(each)('access:message'))
  return {
    languages: [...new Set([language, 'sv', 'en'])],
    message: { language, text: text!, swedish: swedish! },
  }
}

export default function StartRoute() {
  return <SignInOutcomePage ended={useActionData<typeof action>()} />
}
