import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { CaseMenu } from '../../case/case-menu'
import { DocumentList } from '../../document/document-list'
import { findDocuments } from '../../document/documents'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { Secrecy } from '../../case/secrecy'
import { useLanguage } from '../../i18n/language-context'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'document:listTitle' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  return asPerson({ request, context }, async (tx) => {
    const found = await findDocuments(tx, idFrom(params['caseId']), page)
    if (!found) throw notFound()
    return { found, page }
  })
}

export default function DocumentsRoute() {
  const { found, page } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { id, audience } = found
  return (
    <>
      <CaseMenu found={found} here="documents" />
      <PageHeading title={t('document:listTitle')} lead={t('document:listLead')} />
      {found.documents.length > 0 ? (
        <DocumentList caseId={id} audience={audience} documents={found.documents.slice(0, pageSize)} />
      ) : (
        <EmptyState heading={t('document:none.heading')}>{t('document:none.text')}</EmptyState>
      )}
      <Pager page={page} hasMore={found.documents.length > pageSize} />
      <Secrecy caseId={id} />
    </>
  )
}
