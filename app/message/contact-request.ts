import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import { caseworkersOf } from '../case/case-parts'

export type ContactCase = Awaited<ReturnType<typeof listContactCases>>[number]

/** The subject's open cases, with when they last asked to be contacted in each and the thread it went to. */
export function listContactCases(tx: PersonTx) {
  return tx
    .selectFrom('person_case as c')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('person_question_thread as q')
          .whereRef('q.case_id', '=', 'c.case_id')
          .where('q.kind', '=', 'contactRequest')
          .select([
            'q.thread_id',
            'q.started_at',
            'q.answered_at',
            'q.answer_by',
            'q.is_late',
            // Where a day is promised, what has none waits no more: somebody has said that it needs no answer.
            sql<boolean>`q.answered_at is null
              and (q.answer_by is not null or not exists (select from person_message_rule))`.as('waits'),
          ])
          .orderBy('q.started_at', 'desc')
          .orderBy('q.thread_id')
          .limit(1)
          .as('asked'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'asked.thread_id as threadId',
      'asked.started_at as askedAt',
      'asked.answered_at as answeredAt',
      'asked.answer_by as answerBy',
      'asked.is_late as isLate',
      'asked.waits',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
    ])
    .orderBy('c.is_own', 'desc')
    .orderBy('c.child_name')
    .orderBy('c.case_id')
    .execute()
}

type ContactRequest = {
  caseId: string
  /** What it is about, or how they are reached best; null for no words. */
  text: string | null
  /** Chosen by the form: the same key twice is one request. */
  formKey: string
  /** As a question's (ask.ts). */
  answerBy: string | null
}

/**
 * Asks the caseworkers of a case to get in touch with the subject, by name. In the same words as one that waits it is that one.
 * @returns its thread; 'otherWords' when the key has asked for something else, and nothing was sent; null when the case is
 * not open to the subject
 */
export async function askForContact(
  tx: PersonTx,
  { caseId, text, formKey, answerBy }: ContactRequest,
): Promise<{ threadId: string } | 'otherWords' | null> {
  const { rows } = await sql<{ outcome: 'sent' | 'otherWords'; threadId: string }>`
    select outcome, thread as "threadId"
      from person_ask_for_contact(${caseId}::uuid, ${text}, ${formKey}::uuid, ${answerBy}::date)`.execute(tx)
  const [row] = rows
  if (!row) return null
  return row.outcome === 'sent' ? { threadId: row.threadId } : row.outcome
}
