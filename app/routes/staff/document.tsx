import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { findStaffDocument, readStaffDocument } from '../../document/staff/read-staff-document'
import { DocumentBody } from '../../document/content/document-body'
import { EarlierDocuments } from '../../document/earlier-documents'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { listRequests } from '../../signing/staff/list-requests'
import { RequestList } from '../../signing/staff/request-list'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'document:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const document = await findStaffDocument(tx, idFrom(params['caseId']), idFrom(params['documentId']))
    if (!document) throw notFound()
    return {
      document,
      versions: await readStaffDocument(tx, document.id),
      requests: await listRequests(tx, document.id),
      isServed: new URL(request.url).searchParams.has('delgiven'),
    }
  })
}

export default function StaffDocumentRoute() {
  const { document, versions, requests, isServed } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const [newest, ...earlier] = versions
  return (
    <>
      <BackLink href={staffAt.case(document.caseId)}>
        {t('staff:note.back', { name: document.childName })}
      </BackLink>
      <PageHeading
        title={<Swedish>{document.title}</Swedish>}
        detail={`${t(`document:type.${document.type}`)} · ${dates.day(document.datedOn)} · ${document.caseNumber}`}
      />
      {isServed ? <Notice tone="done">{t('signing:staff.serve.done')}</Notice> : null}
      <WorkColumns beside={<RequestList requests={requests} />}>
        {newest ? <DocumentBody content={newest.content} /> : null}
        <EarlierDocuments versions={earlier} />
      </WorkColumns>
    </>
  )
}
