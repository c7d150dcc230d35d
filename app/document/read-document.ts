import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { DocumentTextRow } from '../../db/roles'
import type { DocumentContent } from './content/content'
import { ownRemarksOf } from '../remark/remark-parts'
import { caseworkersOf } from '../case/case-parts'

export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/**
 * A document without its text, and the subject's remarks on it. Not counted as a reading.
 * @returns undefined when it is unknown, in another case, or hidden from the subject
 */
export function findDocument(tx: PersonTx, caseId: string, documentId: string) {
  return tx
    .selectFrom('person_document as d')
    .innerJoin('person_case as c', 'c.case_id', 'd.case_id')
    .where('d.document_id', '=', documentId)
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'd.document_id as id',
      'c.case_id as caseId',
      'c.case_number as caseNumber',
      'c.audience',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'd.type',
      'd.dated_on as datedOn',
      'd.level',
      'd.receipt_asked as receiptAsked',
      'd.title',
      'd.child_title as childTitle',
      'd.ground',
      'd.review_on as reviewOn',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      ownRemarksOf({ column: 'document_id', id: eb.ref('d.document_id') }).as('remarks'),
    ])
    .executeTakeFirst()
}

export type DocumentVersion = ReturnType<typeof versionOf>

/** Newest version first; the database logs the reading. Empty when only the title may be shown. */
export async function readDocument(tx: PersonTx, documentId: string): Promise<DocumentVersion[]> {
  const { rows } = await sql<DocumentTextRow>`select * from person_read_document(${documentId})`.execute(tx)
  return rows.map(versionOf)
}

function versionOf(row: DocumentTextRow) {
  return {
    number: row.number,
    title: row.title,
    // What stands in the database was checked before it was frozen (content.ts).
    content: row.content as DocumentContent,
    childText: row.child_text,
    changeReason: row.change_reason,
    signedAt: row.signed_at,
    /** The same as a file, where it stands as bytes. */
    file: row.file_is_tagged === null ? null : { isTagged: row.file_is_tagged },
  }
}
