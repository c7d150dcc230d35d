import { sql } from 'kysely'
import type { AuditAction } from '../../db/closed-lists'
import type { StaffTx } from '../../db/connect'

type StaffReading = {
  action: Extract<AuditAction, 'readCase'>
  caseId: string
  noteId: string | null
}

/** Logs the reading under the staff member's own name (lag 2001:454 10 §). */
export async function logStaffReading(tx: StaffTx, { action, caseId, noteId }: StaffReading): Promise<void> {
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), ${action}, ${caseId}::uuid, ${noteId}::uuid)
  `.execute(tx)
}
