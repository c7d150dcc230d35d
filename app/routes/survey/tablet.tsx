import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setCookie } from '../../access/cookies'
import { postedCode } from '../../access/posted-code'
import { postedForm } from '../../access/posted-form'
import { surveyAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { EnterCode } from '../../survey/enter-code'
import { forgotten, onTablet } from '../../access/survey-tablet'
import { Notice } from '../../ui/notice'

export const handle = { script: false, title: 'answering:title', exit: true }

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const isSent = asked.has('tack')
  if (!asked.has('ny')) return { isSent }
  return redirect(isSent ? `${surveyAt.tablet}?tack=1` : surveyAt.tablet, {
    status: 303,
    headers: forgotten(context.origin),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await postedCode(await postedForm(request), context)
  if ('fault' in posted) return data(posted, 422)
  // Until the browser closes, or the tablet forgets.
  const cookie = setCookie('surveyCode', posted.code, context.origin)
  return redirect(surveyAt.begin(onTablet), { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function TabletRoute() {
  const { isSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      {isSent && !refused ? (
        <Notice tone="done" heading={t('answering:thanks.heading')}>
          {t('answering:thanks.sent')} {t('answering:thanks.mixed')}
        </Notice>
      ) : null}
      <EnterCode {...refused} />
      <p className="muted">{t('answering:tablet.note')}</p>
    </>
  )
}
