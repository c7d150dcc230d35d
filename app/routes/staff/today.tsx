import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { listStaffCases, type StaffCase } from '../../case/staff/list-cases'
import { TodayCases } from '../../case/staff/today-cases'
import { DocumentDraftList } from '../../case/staff/document-draft-list'
import { listDocumentDrafts } from '../../case/staff/document-drafts'
import { listDrafts } from '../../case/staff/today-drafts'
import { Drafts, ToReview } from '../../case/staff/today-draft-lists'
import { listDue, weeksAhead } from '../../case/staff/today-due'
import { DueList } from '../../case/staff/today-due-list'
import { listWaiting } from '../../case/staff/today-waiting'
import { WaitingList } from '../../case/staff/today-waiting-list'
import { listUnserved } from '../../signing/staff/list-requests'
import { UnservedList } from '../../signing/staff/unserved-list'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { WorkHeading } from '../../ui/page/work-heading'

export const handle = { script: false, title: 'staff:today.title' }

const most = 8

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx, { givenName }) => ({
    name: givenName,
    today: args.context.now(),
    cases: await listStaffCases(tx, { most: 200 }),
    drafts: await listDrafts(tx),
    documents: await listDocumentDrafts(tx, null),
    waiting: await listWaiting(tx),
    unserved: await listUnserved(tx),
    due: await listDue(tx),
  }))
}

export default function TodayRoute() {
  const { name, today, cases, drafts, documents, waiting, unserved, due } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const open = cases.filter(({ closedOn }) => !closedOn)
  const isClear = [drafts, documents, waiting, unserved].every(({ length }) => length === 0)
  return (
    <>
      <WorkHeading
        heading={<PageHeading title={t('staff:today.heading', { name })} detail={dates.day(today)} />}
      >
        {open.length > 0 ? <NewNote open={open} /> : null}
      </WorkHeading>
      <WorkColumns beside={<TodayCases cases={cases.slice(0, most)} />}>
        {isClear ? <p>{t('staff:today.clear')}</p> : null}
        <ToReview drafts={drafts} />
        <Drafts drafts={drafts} />
        <DocumentDraftList drafts={documents} />
        <UnservedList unserved={unserved} />
        <WaitingList waiting={waiting} />
        <DueList due={due} weeks={weeksAhead} />
      </WorkColumns>
    </>
  )
}

function NewNote({ open }: { open: readonly StaffCase[] }) {
  const { t } = useLanguage()
  const [first] = open
  return (
    <ButtonLink
      variant="primary"
      href={first && open.length === 1 ? staffAt.newNote(first.id) : `${staffAt.cases}?till=ny-anteckning`}
    >
      {t('staff:newNote')}
    </ButtonLink>
  )
}
