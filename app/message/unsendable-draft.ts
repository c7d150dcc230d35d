import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { ThreadKind } from '../../db/roles'
import { findAskedAbout, type AskedAbout } from './asked-about'

export type Unsendable = Awaited<ReturnType<typeof listUnsendable>>[number]

/** What it was to be sent to, as far as its writer still may know of it. */
export type UnsendableTo =
  | { to: 'item'; item: AskedAbout }
  | { to: 'meeting'; id: string; startsAt: Date }
  | { to: 'thread'; id: string; kind: ThreadKind; subject: string }

const unsendable = (tx: PersonTx, caseId: string) =>
  tx
    .selectFrom('person_message_draft')
    .where('case_id', '=', caseId)
    .where(sql<boolean>`message_id in (select person_unsendable_drafts(${caseId}::uuid))`)
    .select([
      'message_id as id',
      'form',
      'subject',
      'text',
      'thread_id as threadId',
      'appointment_id as appointmentId',
      'about_note_id as noteId',
      'about_document_id as documentId',
      'about_paragraph as paragraph',
      'saved_at as savedAt',
      'kept_until as keptUntil',
    ])
    .orderBy('saved_at', 'desc')
    .orderBy('message_id')

/** What the subject has begun in a case, in any form, and can send no more; newest first. */
export function listUnsendable(tx: PersonTx, caseId: string) {
  return unsendable(tx, caseId).limit(50).execute()
}

/** One of them. Undefined for what can still be sent, is somebody else's or is not there. */
export function findUnsendable(tx: PersonTx, caseId: string, id: string) {
  return unsendable(tx, caseId).where('message_id', '=', id).executeTakeFirst()
}

/** Null where it was about nothing but the case, or about what its writer may not know of any longer. */
export async function findUnsendableTo(
  tx: PersonTx,
  caseId: string,
  draft: Unsendable,
): Promise<UnsendableTo | null> {
  const { appointmentId, threadId } = draft
  if (appointmentId) {
    const meeting = await tx
      .selectFrom('person_appointment')
      .where('case_id', '=', caseId)
      .where('appointment_id', '=', appointmentId)
      .select(['appointment_id as id', 'starts_at as startsAt'])
      .executeTakeFirst()
    return meeting ? { to: 'meeting', ...meeting } : null
  }
  if (threadId) {
    const thread = await tx
      .selectFrom('person_question_thread')
      .where('case_id', '=', caseId)
      .where('thread_id', '=', threadId)
      .select(['thread_id as id', 'kind', 'subject'])
      .executeTakeFirst()
    return thread ? { to: 'thread', ...thread } : null
  }
  const item = await findAskedAbout(tx, caseId, draft)
  return item ? { to: 'item', item } : null
}
