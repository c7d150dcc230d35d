import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { About } from './asked-about'

export type MessageDraft = Awaited<ReturnType<typeof listDrafts>>[number]

const drafts = (tx: PersonTx, caseId: string) =>
  tx
    .selectFrom('person_message_draft')
    .where('case_id', '=', caseId)
    .where('form', '=', 'message')
    .select([
      'message_id as messageId',
      'thread_id as threadId',
      'subject',
      'text',
      'about_note_id as noteId',
      'about_document_id as documentId',
      'about_paragraph as paragraph',
      'saved_at as savedAt',
      'kept_until as keptUntil',
    ])
    .orderBy('saved_at', 'desc')
    .orderBy('message_id')

/** What the subject has begun to write in a case and not sent, newest first. */
export function listDrafts(tx: PersonTx, caseId: string) {
  return drafts(tx, caseId).limit(50).execute()
}

/** The newest of a thread. */
export function findReplyDraft(tx: PersonTx, caseId: string, threadId: string) {
  return drafts(tx, caseId).where('thread_id', '=', threadId).limit(1).executeTakeFirst()
}

/** What was begun in a case, a question or a reply, by its id. */
export function findDraft(tx: PersonTx, caseId: string, messageId: string) {
  return drafts(tx, caseId).where('message_id', '=', messageId).executeTakeFirst()
}

/** A question that was begun, by its id. */
export function findQuestionDraft(tx: PersonTx, caseId: string, messageId: string) {
  return drafts(tx, caseId)
    .where('thread_id', 'is', null)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
}

/** The newest question that was begun about the same thing. */
export function findDraftAbout(tx: PersonTx, caseId: string, about: About) {
  return drafts(tx, caseId)
    .where('thread_id', 'is', null)
    .where('about_note_id', 'is not distinct from', about.noteId)
    .where('about_document_id', 'is not distinct from', about.documentId)
    .where('about_paragraph', 'is not distinct from', about.paragraph)
    .limit(1)
    .executeTakeFirst()
}

export type Written = About & {
  messageId: string
  threadId: string | null
  subject: string
  text: string
}

/**
 * Keeps what has been written so far. It becomes the message of the same id.
 * @returns `sent` when that message has been sent meanwhile, `tooMany` when as many are begun in the case as one may have,
 * and nothing is kept; null for a case, a thread, a note or
 * a document that is not the subject's
 */
export async function saveDraft(
  tx: PersonTx,
  caseId: string,
  written: Written,
): Promise<'saved' | 'sent' | 'tooMany' | null> {
  const { messageId, threadId, subject, text, noteId, documentId, paragraph } = written
  const { rows } = await sql<{ became: 'saved' | 'sent' | 'tooMany' | null }>`
    select person_save_draft(${messageId}::uuid, ${caseId}::uuid, 'message', ${threadId}::uuid, ${subject}, ${text},
                             ${noteId}::uuid, ${documentId}::uuid, ${paragraph}::int, null, null) as became`.execute(
    tx,
  )
  return rows[0]!.became
}
