import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { BackToCase } from '../../case/back-to-case'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { useLanguage } from '../../i18n/language-context'
import { HowToAsk } from '../../message/how-to-ask'
import { ThreadList } from '../../message/thread-list'
import { findThreads } from '../../message/threads'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'message:listTitle' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => {
    const found = await findThreads(tx, idFrom(params['caseId']), page)
    if (!found) throw notFound()
    return { found, page, municipalityPhone }
  })
}

export default function ThreadsRoute() {
  const { found, page, municipalityPhone } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { id, isOwn, threads } = found
  return (
    <>
      <BackToCase found={found} />
      <PageHeading title={t('message:listTitle')} />
      {threads.length > 0 ? (
        <ThreadList caseId={id} threads={threads.slice(0, pageSize)} />
      ) : (
        <EmptyState heading={t('message:none.heading')}>{t('message:none.text')}</EmptyState>
      )}
      <Pager page={page} hasMore={threads.length > pageSize} />
      <HowToAsk caseworkers={found.caseworkers} isOwn={isOwn} municipalityPhone={municipalityPhone} />
    </>
  )
}
