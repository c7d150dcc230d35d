import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../../db/connect'
import { caseworkersOf } from '../../case/case-parts'

export type SignatureRequest = NonNullable<Awaited<ReturnType<typeof findSignatureRequest>>>

/**
 * What the subject is asked to sign of a document, or has answered.
 * @returns undefined when nothing is asked of them, or the document is unknown or not theirs to read in full
 */
export function findSignatureRequest(tx: PersonTx, caseId: string, documentId: string) {
  return tx
    .selectFrom('person_signature_request as r')
    .innerJoin('person_case as c', 'c.case_id', 'r.case_id')
    .where('r.case_id', '=', caseId)
    .where('r.document_id', '=', documentId)
    .select((eb) => [
      'r.request_id as id',
      'r.case_id as caseId',
      'r.document_id as documentId',
      'c.case_number as caseNumber',
      'c.audience',
      'r.title',
      'r.dated_on as datedOn',
      'r.act',
      'r.state',
      'r.answer_by as answerBy',
      'r.moved_at as movedAt',
      'r.served_on as servedOn',
      'r.version',
      'r.sha256',
      'r.pages',
      'r.is_answerable as isAnswerable',
      'r.is_judged_soon as isJudgedSoon',
      caseworkersOf(eb.ref('r.case_id')).as('caseworkers'),
      jsonArrayFrom(
        eb
          .selectFrom('person_decision_part as p')
          .whereRef('p.request_id', '=', 'r.request_id')
          .select([
            'p.number',
            'p.law',
            'p.title',
            'p.weeks',
            'p.received_on as receivedOn',
            'p.last_day as lastDay',
          ])
          .orderBy('p.number'),
      ).as('parts'),
    ])
    .orderBy('r.version', 'desc')
    .executeTakeFirst()
}

export type DecisionPart = SignatureRequest['parts'][number]

/** A request whose decision the subject may appeal, or part of it; undefined as {@link findSignatureRequest}. */
export async function appealable(
  tx: PersonTx,
  caseId: string,
  documentId: string,
): Promise<SignatureRequest | undefined> {
  const found = await findSignatureRequest(tx, caseId, documentId)
  return found?.parts.some(({ weeks }) => weeks !== null) ? found : undefined
}
