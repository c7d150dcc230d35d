import { CompiledQuery } from 'kysely'
import type { FollowUpOutcome } from '../../../db/closed-lists'
import type { StaffTx } from '../../../db/connect'
import type { ThreadKind } from '../../../db/roles'
import { rowsOf } from '../../ui/paging'
import type { DocumentDraftRow } from './document-drafts'
import type { CaseParty } from './list-people'
import type { Waiting } from './today-waiting'

/** What staff_case_page tells of a case (db/policy/staff/case-page.sql). Days are 'YYYY-MM-DD'. */
export type OpenedCase = {
  id: string
  caseNumber: string
  openedOn: string
  closedOn: string | null
  childId: string
  childGivenName: string
  childFamilyName: string
  /** Null while it cannot be told. */
  childAge: number | null
  /** One page of them, and one more to know whether there is a next page. */
  notes: StaffNote[]
  waiting: Waiting[]
  threads: StaffThreadRow[]
  stages: { id: string; stage: string; startedOn: string; dueOn: string | null }[]
  dates: StaffDate[]
  parties: CaseParty[]
  caseworkers: { name: string; kind: string; phone: string }[]
  plan: StaffPlan | null
  followUps: StaffFollowUp[]
  documents: { id: string; type: string; datedOn: string; title: string }[]
  documentDrafts: DocumentDraftRow[]
  readings: ListedReading[]
}

export type StaffNote = {
  id: string
  kind: string
  eventAt: string
  authorName: string
  /** Title of the newest version the staff member may read; null while a colleague is still writing. */
  title: string | null
  isSigned: boolean
  /** The reader has a draft of it: a new note or a correction. */
  hasOwnDraft: boolean
  openRemarks: number
  /** Who may read how much, the child before the adults. */
  readers: { name: string; level: string }[]
}

export type StaffThreadRow = {
  id: string
  kind: ThreadKind
  subject: string
  /** Given name of the person whose it is. */
  name: string
  /** When something was last written in it. */
  lastAt: string
}

type StaffDate = {
  id: string
  kind: string
  dueOn: string
  doneOn: string | null
  source: string
  person: string | null
  days: number
}

type StaffFollowUp = {
  id: string
  plannedOn: string
  heldOn: string | null
  outcome: FollowUpOutcome | null
  startsAt: string | null
  place: string | null
  recordedAt: string | null
  days: number
}

/** Of a reading together with the child. */
export type ListedReading = {
  id: string
  begunAt: string
  staffName: string
  company: string
  companyName: string | null
  isOpen: boolean
  /** How many things were read, were explained, and got each mark. */
  counts: Record<'read' | 'explained' | 'understood' | 'wondering' | 'enough', number>
  /** What still waits to be talked about. */
  wonders: number
}

type StaffPlan = {
  agreedOn: string
  summary: string
  goals: { position: number; goal: string; state: string }[]
}

/**
 * Asks for everything the case page shows, and logs that the case was opened. The page is null for a case that is
 * unknown or not open to the staff member.
 * @param page of the notes, from 1
 */
export function staffCaseQuestion(caseId: string, page: number): CompiledQuery<{ page: OpenedCase | null }> {
  const { limit, offset } = rowsOf(page)
  return CompiledQuery.raw('select staff_case_page($1, $2, $3) as page', [caseId, limit, offset])
}

/** The same in a transaction that is open. */
export async function openStaffCase(tx: StaffTx, caseId: string, page: number): Promise<OpenedCase | null> {
  const { rows } = await tx.executeQuery(staffCaseQuestion(caseId, page))
  return rows[0]?.page ?? null
}
