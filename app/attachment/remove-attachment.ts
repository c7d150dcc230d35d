import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect'

/** Takes a file off a draft of the subject's own. @returns false when there is none */
export async function removeAttachment(
  tx: PersonTx,
  { caseId, attachmentId }: { caseId: string; attachmentId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_remove_attachment(${caseId}::uuid, ${attachmentId}::uuid) as done`.execute(tx)
  return rows[0]!.done
}

/** As {@link removeAttachment}, off an answer that a staff member is writing. */
export async function removeStaffAttachment(
  tx: StaffTx,
  { threadId, attachmentId }: { threadId: string; attachmentId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select staff_remove_attachment(${threadId}::uuid, ${attachmentId}::uuid) as done`.execute(tx)
  return rows[0]!.done
}
