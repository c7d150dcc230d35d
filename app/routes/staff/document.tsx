import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { findStaffDocument, readStaffDocument } from '../../document/staff/read-staff-document'
import { DocumentAsFile } from '../../document/document-as-file'
import { DocumentBody } from '../../document/content/document-body'
import { findFrozen } from '../../document/draft/find-frozen'
import { DocumentWays } from '../../document/staff/document-ways'
import { EarlierDocuments } from '../../document/earlier-documents'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { findVersionToDecide } from '../../signing/decision/ask-for-decision'
import { findUndecided } from '../../signing/decision/undecided'
import { UndecidedNotice } from '../../signing/decision/undecided-notice'
import { ToCommittee } from '../../signing/decision/to-committee'
import { listAskable } from '../../signing/staff/ask-to-sign'
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
      canAsk: (await listAskable(tx, document.id)).length > 0,
      canBePut: document.type === 'decision' && (await findVersionToDecide(tx, document.id)) !== undefined,
      undecided: await findUndecided(tx, document.id),
      canBeRewritten: Boolean(await findFrozen(tx, document.id)),
      done: doneIn(new URL(request.url).searchParams),
    }
  })
}

function doneIn(query: URLSearchParams): 'serve' | 'ask' | 'freeze' | null {
  if (query.has('delgiven')) return 'serve'
  if (query.has('fragad')) return 'ask'
  return query.has('faststalld') ? 'freeze' : null
}

export default function StaffDocumentRoute() {
  const { document, versions, requests, canAsk, canBePut, undecided, canBeRewritten, done } =
    useLoaderData<typeof loader>()
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
      {done === 'serve' || done === 'ask' ? (
        <Notice tone="done">{t(`signing:staff.${done}.done`)}</Notice>
      ) : null}
      {done === 'freeze' ? (
        <Notice tone="done" heading={t('write:freeze.done.heading')}>
          {t('write:freeze.done.text')}
        </Notice>
      ) : null}
      {undecided ? <UndecidedNotice undecided={undecided} /> : null}
      <WorkColumns
        beside={
          <>
            <RequestList
              requests={requests}
              askHref={canAsk ? staffAt.askToSign(document.caseId, document.id) : null}
            />
            <ToCommittee document={document} canBePut={canBePut} />
          </>
        }
      >
        {newest ? <DocumentBody content={newest.content} /> : null}
        {newest?.fileIsTagged != null ? (
          <DocumentAsFile
            href={staffAt.documentFile(document.caseId, document.id)}
            isTagged={newest.fileIsTagged}
          />
        ) : null}
        <EarlierDocuments versions={earlier} />
        <DocumentWays documentId={document.id} canBeRewritten={canBeRewritten} />
      </WorkColumns>
    </>
  )
}
