import { sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import {
  calledOffOf,
  caseworkersOf,
  comingOf,
  deadlinesOf,
  followUpsOf,
  lastChangeOf,
  linesOf,
  stagesOf,
} from './case-parts'
import type { News } from './news'

/** How many of each kind the to-do list names; the rest are behind a link. */
export const listed = 4

const read = { note: 'note', document: 'document', thread: 'thread', stage: 'stage' }

export type HomeCase = Awaited<ReturnType<typeof listCases>>[number]

/** `since` is the visit before this one, null at the first. */
type Wanted = { since: Date | null; canSign: boolean }

/**
 * The subject's open cases with all the home page shows, in one statement, newest case first.
 */
export function listCases(tx: PersonTx, { since, canSign }: Wanted) {
  return (
    tx
      // Read once, used three times: what is new, how much of it, and when something last changed.
      .with('note', (db) => db.selectFrom('person_note').selectAll())
      .with('document', (db) => db.selectFrom('person_document').selectAll())
      .with('thread', (db) => db.selectFrom('person_question_thread').selectAll())
      .with('stage', (db) => db.selectFrom('person_case_stage').selectAll())
      .selectFrom('person_case as c')
      .select((eb) => [
        'c.case_id as id',
        'c.audience',
        'c.is_own as isOwn',
        'c.child_name as childName',
        'c.closed_on as closedOn',
        'c.readable_until as readableUntil',
        stagesOf(eb.ref('c.case_id'), 'stage').as('stages'),
        caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
        deadlinesOf(eb.ref('c.case_id')).as('deadlines'),
        followUpsOf(eb.ref('c.case_id')).as('followUps'),
        comingOf(eb.ref('c.case_id')).as('coming'),
        calledOffOf(eb.ref('c.case_id')).as('calledOff'),
        linesOf(eb.ref('c.case_id'), 1).as('lines'),
        lastChangeOf(eb.ref('c.case_id'), read).as('changedAt'),
        newsIn('note', 'shown_from', eb.ref('c.case_id'), since).as('noteNews'),
        newsIn('document', 'shown_from', eb.ref('c.case_id'), since).as('documentNews'),
        newsIn('thread', 'answered_at', eb.ref('c.case_id'), since).as('answerNews'),
        sql<News>`(select json_build_object('all', count(*), 'unread', count(*)) from person_case_line
          where case_id = ${eb.ref('c.case_id')} and written_at > ${since}::timestamptz)`.as('lineNews'),
        jsonArrayFrom(
          eb
            .selectFrom('note')
            .whereRef('note.case_id', '=', 'c.case_id')
            .where('is_new', '=', true)
            .select(['note_id as id', 'kind', 'title', 'child_title as childTitle', 'event_at as eventAt'])
            .orderBy('event_at', 'desc')
            .limit(listed + 1),
        ).as('newNotes'),
        jsonArrayFrom(
          eb
            .selectFrom('document')
            .whereRef('document.case_id', '=', 'c.case_id')
            .where('is_new', '=', true)
            .select([
              'document_id as id',
              'type',
              'title',
              'child_title as childTitle',
              'dated_on as datedOn',
              'receipt_asked as receiptAsked',
            ])
            .orderBy('receipt_asked', 'desc')
            .orderBy('dated_on', 'desc')
            .limit(listed + 1),
        ).as('newDocuments'),
        jsonArrayFrom(
          eb
            .selectFrom('person_signature_request as s')
            .innerJoin('document', 'document.document_id', 's.document_id')
            .whereRef('s.case_id', '=', 'c.case_id')
            .where('s.state', '=', 'asked')
            .where('s.is_answerable', '=', true)
            // Until it has been read, it stands among what is new; a day to answer by is named at once.
            .where((one) => one.or([one('document.is_new', '=', false), one('s.answer_on', 'is not', null)]))
            .select([
              's.request_id as id',
              's.document_id as documentId',
              's.act',
              's.answer_on as answerOn',
              'document.is_new as isNew',
              'document.title',
              'document.child_title as childTitle',
              'document.dated_on as datedOn',
            ])
            .orderBy(sql`s.answer_on nulls last`)
            .orderBy('s.asked_at')
            .limit(canSign ? listed : 0),
        ).as('toSign'),
        jsonArrayFrom(
          eb
            .selectFrom('thread')
            .whereRef('thread.case_id', '=', 'c.case_id')
            .where('is_new', '=', true)
            .select(['thread_id as id', 'kind', 'subject', 'answered_at as answeredAt'])
            .orderBy('answered_at', 'desc')
            .limit(listed + 1),
        ).as('newAnswers'),
        jsonArrayFrom(
          eb
            .selectFrom('thread')
            .whereRef('thread.case_id', '=', 'c.case_id')
            .where('answer_by', 'is not', null)
            .where('is_new', '=', false)
            .select(['thread_id as id', 'kind', 'subject', 'answer_by as answerBy', 'is_late as isLate'])
            .orderBy('answer_by')
            .orderBy('thread_id')
            .limit(listed),
        ).as('waiting'),
      ])
      .orderBy('c.opened_on', 'desc')
      .execute()
  )
}

type Read = 'note' | 'document' | 'thread'

// Counts only rows of the reader's own views, so withheld rows are never counted.
function newsIn(
  from: Read,
  moment: 'shown_from' | 'answered_at',
  caseId: Expression<string>,
  since: Date | null,
) {
  return sql<News>`(select json_build_object('all', count(*), 'unread', count(*) filter (where is_new))
    from ${sql.table(from)} where case_id = ${caseId} and ${sql.ref(moment)} > ${since}::timestamptz)`
}
