import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { ListedReading } from '../case/staff/open-case'
import type { Mark } from './reading'

// The hour that a device stays open (session_rule).
const isOpen = sql`r.ended_at is null and r.begun_at > (select app_now()) - interval '60 minutes'`

export type ReadingRecord = NonNullable<Awaited<ReturnType<typeof findReadingRecord>>>

/** Readings of a case that were begun, the latest first; one that goes on is open. */
export async function listReadingRecords(
  tx: StaffTx,
  caseId: string,
  most: number,
): Promise<ListedReading[]> {
  const { rows } = await sql<{ readings: ListedReading[] }>`
    select staff_readings(${caseId}::uuid, ${most}) as readings`.execute(tx)
  return rows[0]!.readings
}

/** Undefined for a reading that is unknown, not begun, or of a case that is not open to the staff member. */
export async function findReadingRecord(tx: StaffTx, readingId: string) {
  const { rows } = await sql<{
    id: string
    caseId: string
    childName: string
    childFullName: string
    staffName: string
    staffFullName: string
    company: string
    companyName: string | null
    begunAt: Date
    isOpen: boolean
  }>`
    select r.id, r.case_id as "caseId", child.given_name as "childName", s.given_name as "staffName", r.company,
           r.company_name as "companyName", r.begun_at as "begunAt",
           ${isOpen} as "isOpen", full_name(child.given_name, child.family_name) as "childFullName",
           full_name(s.given_name, s.family_name) as "staffFullName"
      from read_together r
      join case_file c on c.id = r.case_id
      join person child on child.id = c.child_id
      join staff_member s on s.id = r.staff_id
     where r.id = ${readingId}::uuid and r.begun_at is not null`.execute(tx)
  const [found] = rows
  return found && { ...found, items: await listRecordItems(tx, readingId) }
}

type RecordItem = {
  position: number
  kind: 'note' | 'document' | 'plan' | 'dates'
  noteId: string | null
  documentId: string | null
  title: string | null
  readAt: Date | null
  explainedAt: Date | null
  mark: Mark | null
  settledAt: Date | null
}

async function listRecordItems(tx: StaffTx, readingId: string): Promise<RecordItem[]> {
  const { rows } = await sql<RecordItem>`
    select i.position, i.kind, i.note_id as "noteId", i.document_id as "documentId", i.read_at as "readAt",
           i.explained_at as "explainedAt", i.mark, i.settled_at as "settledAt",
           coalesce((select v.title from note_version v where v.note_id = i.note_id and v.signed_at is not null
                      order by v.number desc limit 1),
                    (select v.title from document_version v where v.document_id = i.document_id order by v.number desc limit 1)) as title
      from read_together_item i where i.read_together_id = ${readingId}::uuid order by i.position`.execute(tx)
  return rows
}

/** Closes the child's device. False for a reading that is not in an open case. */
export async function endReading(tx: StaffTx, readingId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select staff_end_together(${readingId}) as done`.execute(tx)
  return rows[0]?.done === true
}

/** Says that what the child wondered has been talked about. False where nothing waits. */
export async function settleWondering(tx: StaffTx, readingId: string, position: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_settle_wondering(${readingId}, ${position}) as done`.execute(tx)
  return rows[0]?.done === true
}
