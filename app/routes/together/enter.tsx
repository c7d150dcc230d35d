import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handOver } from '../../access/hand-over'
import { postedForm, textOf } from '../../access/posted-form'
import { holdsReading } from '../../access/together-guard'
import { togetherCodeIn } from '../../access/together-session'
import { togetherAt } from '../../addresses'
import { tooMany } from '../../page/problem'
import { useLanguage } from '../../i18n/language-context'
import { EnterReadingCode } from '../../read-together/enter-reading-code'
import { Notice } from '../../ui/notice'

export const handle = { script: false, title: 'together:title', exit: true }

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await holdsReading({ request, context })) throw redirect(togetherAt.begin, 303)
  return { isClosed: new URL(request.url).searchParams.has('klart') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const code = togetherCodeIn(textOf(form, 'code'))
  const answer = await handOver({ request, context }, { code, isStaffDevice: form.has('here') })
  if (answer === 'tooMany') throw tooMany()
  return answer === 'unknown' ? data({ isUnknown: true }, 422) : answer
}

export default function EnterRoute() {
  const { isClosed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      {isClosed && !refused ? (
        <Notice tone="done" heading={t('together:closed.heading')}>
          {t('together:closed.text')}
        </Notice>
      ) : null}
      <EnterReadingCode isUnknown={refused !== undefined} />
    </>
  )
}
