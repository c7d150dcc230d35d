import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { askAsStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { AnsweredThreadList } from '../../case/staff/answered-thread-list'
import { staffCaseQuestion, type OpenedCase } from '../../case/staff/open-case'
import { StaffDeadlines, StaffDocuments, StaffPlan, StaffStages } from '../../case/staff/course-list'
import { DocumentDraftList } from '../../case/staff/document-draft-list'
import { StaffNoteList } from '../../case/staff/note-list'
import { ProtectedNames, StaffCaseParties, StaffCaseworkers } from '../../case/staff/parties'
import { StaffCaseWaiting } from '../../case/staff/case-waiting'
import { ReadingRecordList } from '../../read-together/record-list'
import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading, Section } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { WorkHeading } from '../../ui/page/work-heading'
import { fullName } from '../../person/full-name'

export const handle = { script: false, title: 'staff:case.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  const { rows } = await askAsStaff({ request, context }, () =>
    staffCaseQuestion(idFrom(params['caseId']), page),
  )
  const found = rows[0]?.page
  if (!found) throw notFound()
  const done = new URL(request.url).searchParams.get('nummer')
  return { found, page, changed: done === 'change' || done === 'merge' ? done : null }
}

export default function StaffCaseRoute() {
  const { found, page, changed } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const years = found.childAge === null ? null : t('staff:case.age', { count: found.childAge })
  const dated = found.closedOn
    ? t('staff:closed', { date: dates.short(found.closedOn) })
    : t('staff:case.opened', { date: dates.short(found.openedOn) })
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <WorkHeading
        heading={
          <PageHeading
            title={fullName(found.childGivenName, found.childFamilyName)}
            detail={[years, found.caseNumber, dated].filter(Boolean).join(' · ')}
          />
        }
      >
        <ButtonLink variant="primary" href={staffAt.newNote(found.id)}>
          {t('staff:newNote')}
        </ButtonLink>
      </WorkHeading>
      <p className="actions">
        <ButtonLink href={staffAt.appointments(found.id)}>{t('appointment:title')}</ButtonLink>
        <ButtonLink href={staffAt.newDocument(found.id)}>{t('write:new.title')}</ButtonLink>
        <ButtonLink href={staffAt.uploadDocument(found.id)}>{t('staff:uploadDocument')}</ButtonLink>
      </p>
      {changed ? (
        <Notice tone="done" heading={t(`staff:number.done.${changed}`)}>
          {t('staff:number.done.text')}
        </Notice>
      ) : null}
      <WorkColumns beside={<Beside found={found} />}>
        <ProtectedNames parties={found.parties} />
        <StaffCaseWaiting waiting={found.waiting} />
        <DocumentDraftList drafts={found.documentDrafts} />
        <Section heading={t('note:listTitle')}>
          {found.notes.length === 0 ? <p>{t('staff:case.noNotes')}</p> : null}
          <StaffNoteList notes={found.notes.slice(0, pageSize)} />
        </Section>
        <Pager page={page} hasMore={found.notes.length > pageSize} />
      </WorkColumns>
    </>
  )
}

function Beside({ found }: { found: OpenedCase }) {
  return (
    <>
      <StaffDeadlines dates={found.dates} />
      <AnsweredThreadList threads={found.threads} />
      <StaffCaseParties caseId={found.id} parties={found.parties} />
      <ReadingRecordList readings={found.readings} name={found.childGivenName} />
      <StaffCaseworkers caseworkers={found.caseworkers} />
      <StaffPlan id={found.id} plan={found.plan} followUps={found.followUps} />
      <StaffStages stages={found.stages} />
      <StaffDocuments id={found.id} documents={found.documents} />
    </>
  )
}
