import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { caseworkerName } from '../../case/caseworkers'
import { useLanguage } from '../../i18n/language-context'
import { HowToAsk } from '../../message/how-to-ask'
import { findThread, readThread } from '../../message/read-thread'
import { ThreadMessages } from '../../message/thread-messages'
import { ThreadSubject } from '../../message/thread-subject'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'message:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => {
    const thread = await findThread(tx, idFrom(params['caseId']), idFrom(params['threadId']))
    if (!thread) throw notFound()
    return { thread, messages: await readThread(tx, thread.id), municipalityPhone }
  })
}

export default function ThreadRoute() {
  const { thread, messages, municipalityPhone } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const caseworker = caseworkerName(thread.caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <BackLink href={personAt.threads(thread.caseId)}>{t('message:listTitle')}</BackLink>
      <PageHeading
        title={<ThreadSubject {...thread} />}
        detail={t(`message:asked.${thread.kind}`, { when: dates.when(thread.startedAt) })}
      />
      <ThreadMessages messages={messages} caseworker={caseworker} />
      <HowToAsk caseworkers={thread.caseworkers} isOwn={thread.isOwn} municipalityPhone={municipalityPhone} />
    </>
  )
}
