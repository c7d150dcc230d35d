import { sql, type Expression } from 'kysely'
import type { PersonTx } from '../../db/connect'

/**
 * Begins a query with what the subject may see of notes, documents and questions, each worked out once:
 * the page asks several things of them, and the views behind are costly.
 * @param caseId one case, or null for all the subject may open
 */
export function withToldItems(tx: PersonTx, caseId: string | null) {
  return tx
    .with(
      (cte) => cte('told_note').materialized(),
      (db) =>
        db
          .selectFrom('person_note')
          .$if(caseId !== null, (query) => query.where('case_id', '=', caseId!))
          .select(['case_id', 'note_id as id', 'kind', 'title', 'child_title as childTitle'])
          .select(['event_at as eventAt', 'shown_from', 'is_new as isNew']),
    )
    .with(
      (cte) => cte('told_document').materialized(),
      (db) =>
        db
          .selectFrom('person_document')
          .$if(caseId !== null, (query) => query.where('case_id', '=', caseId!))
          .select(['case_id', 'document_id as id', 'type', 'title', 'child_title as childTitle'])
          .select(['dated_on as datedOn', 'receipt_asked as receiptAsked', 'shown_from', 'is_new as isNew']),
    )
    .with(
      (cte) => cte('told_thread').materialized(),
      (db) =>
        db
          .selectFrom('person_question_thread')
          .$if(caseId !== null, (query) => query.where('case_id', '=', caseId!))
          .select(['case_id', 'thread_id as id', 'subject', 'answered_at as answeredAt', 'is_new as isNew']),
    )
}

/** When something told in a case last came or changed; null before the first. For a query begun as above. */
export function lastChangeOf(caseId: Expression<string>) {
  return sql<Date | null>`greatest(
    (select max(shown_from) from told_note where case_id = ${caseId}),
    (select max(shown_from) from told_document where case_id = ${caseId}),
    (select max("answeredAt") from told_thread where case_id = ${caseId}),
    (select (max(started_on) + time '12:00') at time zone 'Europe/Stockholm' from person_case_stage where case_id = ${caseId}))`
}
