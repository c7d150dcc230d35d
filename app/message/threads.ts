import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import { canAppealOf, caseworkersOf } from '../case/case-parts'
import { rowsOf } from '../ui/paging'

export type ListedThread = NonNullable<Awaited<ReturnType<typeof findThreads>>>['threads'][number]

/**
 * The subject's questions in a case, latest first.
 * @returns undefined for a case that is unknown or not the subject's to open
 */
export function findThreads(tx: PersonTx, caseId: string, page: number) {
  const { limit, offset } = rowsOf(page)
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'c.closed_on as closedOn',
      canAppealOf(eb.ref('c.case_id')).as('canAppeal'),
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      jsonArrayFrom(
        eb
          .selectFrom('person_question_thread as q')
          .whereRef('q.case_id', '=', 'c.case_id')
          .select([
            'q.thread_id as id',
            'q.kind',
            'q.subject',
            'q.started_at as startedAt',
            'q.answered_at as answeredAt',
            'q.is_new as isNew',
            'q.answer_by as answerBy',
            'q.is_late as isLate',
          ])
          .orderBy('q.started_at', 'desc')
          .orderBy('q.thread_id')
          .limit(limit)
          .offset(offset),
      ).as('threads'),
    ])
    .executeTakeFirst()
}
