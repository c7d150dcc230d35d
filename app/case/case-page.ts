import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { compiledOnce } from '../../db/compiled-once'
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
import { newestShown } from './newest-shown'

const newest = newestShown + 1

export type CasePage = NonNullable<Awaited<ReturnType<typeof findCase>>>

const statement = compiledOnce((tx: PersonTx, caseId) =>
  tx
    // Read once, used twice: the newest for the timeline, all of them for the last change.
    .with('note', (db) => db.selectFrom('person_note').where('case_id', '=', caseId).selectAll())
    .with('document', (db) => db.selectFrom('person_document').where('case_id', '=', caseId).selectAll())
    .with('thread', (db) => db.selectFrom('person_question_thread').where('case_id', '=', caseId).selectAll())
    .with('stage', (db) => db.selectFrom('person_case_stage').where('case_id', '=', caseId).selectAll())
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.case_number as caseNumber',
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
      linesOf(eb.ref('c.case_id'), newest).as('lines'),
      lastChangeOf(eb.ref('c.case_id'), {
        note: 'note',
        document: 'document',
        thread: 'thread',
        stage: 'stage',
      }).as('changedAt'),
      jsonArrayFrom(
        eb
          .selectFrom('note')
          .select([
            'note_id as id',
            'kind',
            'title',
            'child_title as childTitle',
            'event_at as eventAt',
            'is_new as isNew',
          ])
          .orderBy('event_at', 'desc')
          .limit(newest),
      ).as('notes'),
      jsonArrayFrom(
        eb
          .selectFrom('document')
          .select([
            'document_id as id',
            'type',
            'title',
            'child_title as childTitle',
            'dated_on as datedOn',
            'is_new as isNew',
          ])
          .orderBy('dated_on', 'desc')
          .limit(newest),
      ).as('documents'),
      sql<boolean>`exists (select from person_plan p where p.case_id = c.case_id)`.as('hasPlan'),
      sql<number>`(select count(*)::int from thread where is_new)`.as('newAnswers'),
    ]),
)

/** Everything the case page shows, in one statement. Undefined for a case that is unknown or not the reader's. */
export async function findCase(tx: PersonTx, caseId: string) {
  const [found] = await statement(tx, caseId)
  return found
}

/** Where in the case something is unread. */
export function newsOf({
  notes,
  documents,
  newAnswers,
}: Pick<CasePage, 'notes' | 'documents' | 'newAnswers'>) {
  const isNew = (items: readonly { isNew: boolean }[]) => items.some((item) => item.isNew)
  return [
    ...(isNew(notes) ? (['notes'] as const) : []),
    ...(isNew(documents) ? (['documents'] as const) : []),
    ...(newAnswers > 0 ? (['questions'] as const) : []),
  ]
}
