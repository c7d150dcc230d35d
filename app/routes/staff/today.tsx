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
import { SilenceList } from '../../case/line/silence-list'
import { listSilences } from '../../case/line/silences'
import { listWaiting } from '../../case/staff/today-waiting'
import { WaitingList } from '../../case/staff/today-waiting-list'
import { UnitQuestionList } from '../../case/staff/unit-question-list'
import { findUnitQuestions } from '../../case/staff/unit-questions'
import { findUnitLoad } from '../../case/staff/unit-load'
import { UnitLoadTable } from '../../case/staff/unit-load-table'
import { DecisionList } from '../../signing/decision/decision-list'
import { listDecisions } from '../../signing/decision/decisions'
import { listUnnoted, listUnserved } from '../../signing/staff/list-requests'
import { UnnotedList } from '../../signing/staff/unnoted-list'
import { UnservedList } from '../../signing/staff/unserved-list'
import { findOwnIntroduction } from '../../introduction/introduction'
import { listToHelp } from '../../survey/help'
import { MeetingList } from '../../meeting/meeting-list'
import { listMeetings } from '../../meeting/meetings'
import { listMyAppointments } from '../../appointment/staff-appointments'
import { MyAppointments } from '../../appointment/staff-list'
import { allAtOnce } from '../../page/all-at-once'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { WorkHeading } from '../../ui/page/work-heading'

export const handle = { script: false, title: 'staff:today.title' }

/** Open ones come first. */
const most = 8

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx, { givenName }) => {
    const { toHelp, introduction, ...found } = await allAtOnce({
      cases: listStaffCases(tx, { most }),
      drafts: listDrafts(tx),
      documents: listDocumentDrafts(tx, null),
      waiting: listWaiting(tx),
      silences: listSilences(tx),
      unitQuestions: findUnitQuestions(tx),
      unitLoad: findUnitLoad(tx),
      unserved: listUnserved(tx),
      unnoted: listUnnoted(tx),
      due: listDue(tx),
      decisions: listDecisions(tx),
      meetings: listMeetings(tx),
      appointments: listMyAppointments(tx),
      toHelp: listToHelp(tx),
      introduction: findOwnIntroduction(tx),
    })
    return {
      ...found,
      name: givenName,
      today: args.context.now(),
      toHelp: toHelp.length,
      canIntroduce: introduction !== undefined,
    }
  })
}

export default function TodayRoute() {
  const {
    name,
    today,
    cases,
    drafts,
    documents,
    waiting,
    silences,
    unitQuestions,
    unitLoad,
    unserved,
    unnoted,
    due,
    decisions,
    meetings,
    appointments,
    toHelp,
    canIntroduce,
  } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const open = cases.filter(({ closedOn }) => !closedOn)
  const toSign = decisions.filter(({ state }) => state === 'asked')
  const isClear = [drafts, documents, waiting, silences, unserved, unnoted, toSign].every(
    ({ length }) => length === 0,
  )
  return (
    <>
      <WorkHeading
        heading={<PageHeading title={t('staff:today.heading', { name })} detail={dates.day(today)} />}
      >
        {open.length > 0 ? <NewNote open={open} /> : null}
      </WorkHeading>
      <WorkColumns beside={<TodayCases cases={cases} />}>
        <DecisionList heading={t('decision:toSign')} decisions={toSign} />
        <MeetingList
          heading={t('meeting:coming')}
          meetings={meetings.filter(({ isAhead }) => isAhead).slice(0, 2)}
        />
        {decisions.length > 0 || meetings.length > 0 ? <ForCommittee /> : null}
        {toHelp > 0 ? <ToHelp /> : null}
        {isClear ? <p>{t('staff:today.clear')}</p> : null}
        <ToReview drafts={drafts} />
        <Drafts drafts={drafts} />
        <DocumentDraftList drafts={documents} />
        <UnservedList unserved={unserved} />
        <UnnotedList unnoted={unnoted} />
        <WaitingList waiting={waiting} />
        <MyAppointments appointments={appointments} />
        <SilenceList silences={silences} />
        <UnitQuestionList questions={unitQuestions} />
        <UnitLoadTable load={unitLoad} />
        <DueList due={due} weeks={weeksAhead} />
      </WorkColumns>
      <p className="actions">
        <ButtonLink variant="quiet" href={staffAt.absence}>
          {t('answer:absence.link')}
        </ButtonLink>
        {canIntroduce ? (
          <ButtonLink variant="quiet" href={staffAt.introduction}>
            {t('introduction:title')}
          </ButtonLink>
        ) : null}
      </p>
    </>
  )
}

function ForCommittee() {
  const { t } = useLanguage()
  return (
    <p className="actions">
      <ButtonLink variant="quiet" href={staffAt.decisions}>
        {t('decision:title')}
      </ButtonLink>
      <ButtonLink variant="quiet" href={staffAt.meetings}>
        {t('meeting:title')}
      </ButtonLink>
    </p>
  )
}

function ToHelp() {
  const { t } = useLanguage()
  return (
    <p className="actions">
      <ButtonLink href={staffAt.surveyHelp}>{t('answering:help.title')}</ButtonLink>
    </p>
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
