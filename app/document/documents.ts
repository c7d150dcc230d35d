import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonTx } from '../../db/connect'
import { rowsOf } from '../ui/paging'

export type ListedDocument = NonNullable<Awaited<ReturnType<typeof findDocuments>>>['documents'][number]

/**
 * Newest first.
 * @returns undefined for a case that is unknown or not the subject's to open
 */
export function findDocuments(tx: PersonTx, caseId: string, page: number) {
  const { limit, offset } = rowsOf(page)
  return tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      jsonArrayFrom(
        eb
          .selectFrom('person_document as d')
          .whereRef('d.case_id', '=', 'c.case_id')
          .select([
            'd.document_id as id',
            'd.type',
            'd.dated_on as datedOn',
            'd.level',
            'd.title',
            'd.child_title as childTitle',
            'd.is_new as isNew',
          ])
          .orderBy('d.dated_on', 'desc')
          .orderBy('d.document_id')
          .limit(limit)
          .offset(offset),
      ).as('documents'),
    ])
    .executeTakeFirst()
}
