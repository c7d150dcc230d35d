import type { PersonTx, StaffTx } from '../../db/connect'
import type { DraftAttachments } from './attachment-field'
import type { AttachmentOutcome } from './attachment-outcome'
import { findAttachmentLimits, listAttachments, listStaffAttachments } from './list-attachments'

/** What the field for files shows of a draft of the subject's own. */
export async function findDraftAttachments(
  tx: PersonTx,
  draftId: string,
  outcome: AttachmentOutcome | null,
): Promise<DraftAttachments> {
  return { files: await listAttachments(tx, { draftId }), limits: await findAttachmentLimits(tx), outcome }
}

/** As {@link findDraftAttachments}, of what a staff member is writing in a thread. */
export async function findAnswerAttachments(
  tx: StaffTx,
  threadId: string,
  outcome: AttachmentOutcome | null,
): Promise<DraftAttachments> {
  const files = await listStaffAttachments(tx, { threadId, isDraft: true })
  return { files, limits: await findAttachmentLimits(tx), outcome }
}
