import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { logStaffReading } from '../../audit/log-staff-reading'
import { listDocumentDrafts } from './document-drafts'
import { listStaffDocuments } from './list-documents'
import { listStaffNotes } from './list-notes'
import { listAnsweredThreads } from './list-threads'
import { listCaseworkers, listParties } from './list-people'
import { findStaffPlan, listStaffDates, listStaffFollowUps, listStaffStages } from './case-course'
import { listWaiting } from './today-waiting'

export type OpenedCase = NonNullable<Awaited<ReturnType<typeof openStaffCase>>>

/**
 * All that the case page shows; also logs that the case was opened.
 * @param page of the notes, from 1
 * @returns null for a case that is unknown or not open to the staff member
 */
export async function openStaffCase(tx: StaffTx, caseId: string, page: number) {
  const found = await findStaffCase(tx, caseId)
  if (!found) return null
  await logStaffReading(tx, { action: 'readCase', caseId, noteId: null })
  return {
    ...found,
    notes: await listStaffNotes(tx, caseId, page),
    waiting: await listWaiting(tx, { caseId }),
    threads: await listAnsweredThreads(tx, caseId),
    stages: await listStaffStages(tx, caseId),
    dates: await listStaffDates(tx, caseId),
    parties: await listParties(tx, caseId),
    caseworkers: await listCaseworkers(tx, caseId),
    plan: await findStaffPlan(tx, caseId),
    followUps: await listStaffFollowUps(tx, caseId),
    documents: await listStaffDocuments(tx, caseId),
    documentDrafts: await listDocumentDrafts(tx, caseId),
  }
}

function findStaffCase(tx: StaffTx, caseId: string) {
  return tx
    .selectFrom('case_file as c')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('c.id', '=', caseId)
    .select([
      'c.id',
      'c.case_number as caseNumber',
      'c.opened_on as openedOn',
      'c.closed_on as closedOn',
      'child.id as childId',
      'child.given_name as childGivenName',
      'child.family_name as childFamilyName',
      sql<number | null>`known_age_on(child.born, (select app_today()))`.as('childAge'),
    ])
    .executeTakeFirst()
}
