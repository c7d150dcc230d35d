import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { CaseMenu } from '../../case/case-menu'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { useLanguage } from '../../i18n/language-context'
import { HowToAsk } from '../../message/how-to-ask'
import { ClosedCaseWords } from '../../message/closed-case-words'
import { DraftList } from '../../message/draft-list'
import { listDrafts } from '../../message/message-draft'
import { ThreadList } from '../../message/thread-list'
import { UnsendableList } from '../../message/unsendable-list'
import { listUnsendable } from '../../message/unsendable-draft'
import { findThreads } from '../../message/threads'
import { personAt } from '../../addresses'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'message:listTitle' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => {
    const found = await findThreads(tx, idFrom(params['caseId']), page)
    if (!found) throw notFound()
    const unsendable = page === 1 ? await listUnsendable(tx, found.id) : []
    const gone = new Set(unsendable.map(({ id }) => id))
    const begun = page === 1 ? await listDrafts(tx, found.id) : []
    const drafts = begun.filter(({ messageId }) => !gone.has(messageId))
    return { found, drafts, unsendable, page, municipalityPhone }
  })
}

export default function ThreadsRoute() {
  const { found, drafts, unsendable, page, municipalityPhone } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { id, isOwn, threads } = found
  return (
    <>
      <CaseMenu found={found} here="questions" />
      <PageHeading title={t('message:listTitle')} />
      {found.closedOn ? null : (
        <div className="actions">
          <ButtonLink variant="primary" href={personAt.newQuestion(id)}>
            {t('message:ask')}
          </ButtonLink>
        </div>
      )}
      {found.closedOn ? null : <DraftList caseId={id} drafts={drafts} />}
      {threads.length > 0 ? <ThreadList caseId={id} threads={threads.slice(0, pageSize)} /> : null}
      {threads.length === 0 && !found.closedOn ? (
        <EmptyState heading={t('message:none.heading')}>{t('message:none.text')}</EmptyState>
      ) : null}
      <Pager page={page} hasMore={threads.length > pageSize} />
      <UnsendableList caseId={id} drafts={unsendable} />
      {found.closedOn ? (
        <ClosedCaseWords found={found} unsent={undefined} />
      ) : (
        <HowToAsk caseworkers={found.caseworkers} isOwn={isOwn} municipalityPhone={municipalityPhone} />
      )}
    </>
  )
}
