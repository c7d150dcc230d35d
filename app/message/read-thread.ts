import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { ThreadMessageRow } from '../../db/roles'
import { canAppealOf, caseworkersOf } from '../case/case-parts'

/** @returns undefined when the question is unknown, in another case, or somebody else's */
export function findThread(tx: PersonTx, caseId: string, threadId: string) {
  return tx
    .selectFrom('person_question_thread as q')
    .innerJoin('person_case as c', 'c.case_id', 'q.case_id')
    .where('q.thread_id', '=', threadId)
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'q.thread_id as id',
      'c.case_id as caseId',
      'c.is_own as isOwn',
      'c.audience',
      'c.closed_on as closedOn',
      canAppealOf(eb.ref('c.case_id')).as('canAppeal'),
      'q.kind',
      'q.subject',
      'q.started_at as startedAt',
      'q.answer_by as answerBy',
      'q.is_late as isLate',
      'q.about_note_id as noteId',
      'q.about_document_id as documentId',
      'q.about_paragraph as paragraph',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
    ])
    .executeTakeFirst()
}

export type ThreadMessage = ReturnType<typeof messageOf>

/** Oldest first. The database records that the answers were seen. */
export async function readThread(tx: PersonTx, threadId: string): Promise<ThreadMessage[]> {
  const { rows } = await sql<ThreadMessageRow>`select * from person_read_thread(${threadId})`.execute(tx)
  return rows.map(messageOf)
}

function messageOf(row: ThreadMessageRow) {
  return {
    id: row.message_id,
    text: row.text,
    sentAt: row.sent_at,
    isMine: row.is_mine,
    from: row.from_given_name,
    seenAt: row.seen_at,
    readableFrom: row.readable_from,
  }
}
