import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

export type ComingMeeting = { id: string; committee: string; heldOn: string; isPut: boolean }

/** Meetings that have not begun, and whether the document's newest version is put there already. */
export async function listComingMeetings(tx: StaffTx, documentId: string): Promise<ComingMeeting[]> {
  const { rows } = await sql<ComingMeeting>`
    select m.id, b.name as committee, m.held_on as "heldOn",
           exists (select from committee_matter x join document_version v on v.municipality_id = x.municipality_id and v.id = x.document_version_id
                    where x.municipality_id = m.municipality_id and x.meeting_id = m.id and v.document_id = ${documentId}::uuid
                      and not exists (select from document_version n where n.document_id = v.document_id and n.number > v.number)) as "isPut"
      from committee_meeting m
      join committee b on b.municipality_id = m.municipality_id and b.id = m.committee_id
     where (m.held_on + m.starts_at) at time zone 'Europe/Stockholm' > (select app_now())
     order by m.held_on, b.name limit 20`.execute(tx)
  return rows
}

/** @returns false when the document has no frozen version, or the meeting has begun */
export async function putMatter(tx: StaffTx, documentId: string, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_put_matter(${documentId}::uuid, ${meetingId}::uuid) as done`.execute(tx)
  return rows[0]?.done === true
}
