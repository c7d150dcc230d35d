import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { answerIn } from '../../message/answer-in'
import { AnswerThreadForm } from '../../message/answer-thread-form'
import { answerThread, readStaffThread } from '../../message/staff-thread'
import { StaffThreadMessages } from '../../message/staff-thread-messages'
import { notFound } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'message:staff.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const thread = await readStaffThread(tx, idFrom(params['threadId']))
    if (!thread) throw notFound()
    return { thread, messageId: randomUUID() }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const threadId = idFrom(params['threadId'])
    // Asked first: what is not there is not there, whatever was sent.
    if (!(await readStaffThread(tx, threadId))) throw notFound()
    const { text, messageId, fault } = answerIn(form)
    if (fault) return data({ text, messageId, fault }, 400)
    await answerThread(tx, threadId, { id: messageId, text })
    return redirect(staffAt.thread(threadId), 303)
  })
}

export default function StaffThreadRoute() {
  const { thread, messageId } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t, dates } = useLanguage()
  const { caseId, kind, subject, personName, givenName, aboutChild, startedAt } = thread
  const backHref = staffAt.case(caseId)
  return (
    <>
      <BackLink href={backHref}>{t('staff:case.title')}</BackLink>
      <PageHeading
        title={
          kind === 'contactRequest' ? (
            t('message:staff.wantsContact', { name: personName })
          ) : (
            <bdi>{subject}</bdi>
          )
        }
        detail={[kind === 'contactRequest' ? null : personName, aboutChild, dates.when(startedAt)]
          .filter(Boolean)
          .join(' · ')}
      />
      <StaffThreadMessages thread={thread} />
      <AnswerThreadForm
        name={givenName}
        messageId={posted?.messageId ?? messageId}
        backHref={backHref}
        posted={posted}
      />
    </>
  )
}
