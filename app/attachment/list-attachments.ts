import { sql } from 'kysely'
import type { PersonTx, StaffTx } from '../../db/connect'
import type { AttachmentState, AttachmentType } from '../../db/roles'

export type Attachment = {
  id: string
  /** Of the draft or the message it belongs to. */
  messageId: string
  /** The reader's own side sent it. */
  isOurs: boolean
  /** Null while the other side's may not be opened; empty when its sender's name for it was nothing that can be shown. */
  name: string | null
  type: AttachmentType | null
  /** Bytes. */
  size: number | null
  state: AttachmentState
}

/** Of one draft of the reader's own, or all that were sent in a thread; in the order in which they were added. */
export function listAttachments(
  tx: PersonTx,
  where: { draftId: string } | { threadId: string },
): Promise<Attachment[]> {
  return tx
    .selectFrom('person_attachment as a')
    .$call((asked) =>
      'draftId' in where
        ? asked.where('a.message_id', '=', where.draftId).where('a.is_draft', '=', true)
        : asked.where('a.thread_id', '=', where.threadId).where('a.is_draft', '=', false),
    )
    .select([
      'a.attachment_id as id',
      'a.message_id as messageId',
      'a.is_mine as isOurs',
      'a.name',
      'a.type',
      'a.size',
      'a.state',
    ])
    .orderBy('a.added_at')
    .orderBy('a.attachment_id')
    .execute()
}

/** Of a thread: those of the answer that the staff member is writing, or all that were sent. */
export function listStaffAttachments(
  tx: StaffTx,
  { threadId, isDraft }: { threadId: string; isDraft: boolean },
): Promise<Attachment[]> {
  return tx
    .selectFrom('staff_attachment as a')
    .where('a.thread_id', '=', threadId)
    .where('a.is_draft', '=', isDraft)
    .select([
      'a.attachment_id as id',
      'a.message_id as messageId',
      'a.is_ours as isOurs',
      'a.name',
      'a.type',
      'a.size',
      'a.state',
    ])
    .orderBy('a.added_at')
    .orderBy('a.attachment_id')
    .execute()
}

/** What the municipality takes in today: files of a message, and bytes of a file. */
export async function findAttachmentLimits(
  tx: PersonTx | StaffTx,
): Promise<{ mostFiles: number; mostBytes: number }> {
  const { rows } = await sql<{ mostFiles: number; mostBytes: number }>`
    select most_files as "mostFiles", most_file_bytes as "mostBytes" from attachment_limits()`.execute(tx)
  return rows[0]!
}
