import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect.ts'
import type { NewAttachment } from './new-attachment.ts'

/** `mustWait` where a scanner looks at it before anybody may open it. */
type Adding = { attachment: NewAttachment; mustWait: boolean }

type Added = 'added' | 'infected' | 'tooMany' | 'tooMuchToday' | 'tooLarge' | null

/**
 * Adds a file to a draft of the subject's own; the same file twice is one.
 * @returns null when there is no such draft in the case, or the case is not open to the subject
 */
export async function addAttachment(
  tx: PersonTx,
  { caseId, draftId, attachment, mustWait }: Adding & { caseId: string; draftId: string },
): Promise<Added> {
  const { id, sealed, ...told } = attachment
  const { rows } = await sql<{ outcome: Added }>`
    select person_add_attachment(${caseId}::uuid, ${draftId}::uuid, ${id}::uuid, ${JSON.stringify(told)}::jsonb, ${sealed}::bytea,
             ${mustWait}::boolean) as outcome`.execute(tx)
  return rows[0]!.outcome
}

/** As {@link addAttachment}, to the answer that a staff member is writing in a thread; it begins with the file if need be. */
export async function addStaffAttachment(
  tx: StaffTx,
  { threadId, attachment, mustWait }: Adding & { threadId: string },
): Promise<Added> {
  const { id, sealed, ...told } = attachment
  const { rows } = await sql<{ outcome: Added }>`
    select staff_add_attachment(${threadId}::uuid, ${id}::uuid, ${JSON.stringify(told)}::jsonb, ${sealed}::bytea,
             ${mustWait}::boolean) as outcome`.execute(tx)
  return rows[0]!.outcome
}
