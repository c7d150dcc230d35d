import { CompiledQuery, sql } from 'kysely'
import type { AsJson } from '../../db/as-json'
import type { PersonTx } from '../../db/connect'
import type { Audience, DocumentTextRow, PersonSchema } from '../../db/roles'
import type { CaseShown } from '../case/case-shown'
import type { DocumentContent } from './content/content'
import type { OwnRemark } from '../remark/remark-parts'

type DocumentRow = PersonSchema['person_document']

/** A document without its text, and the reader's remarks on it; moments and days are text. */
export type FoundDocument = {
  id: string
  caseId: string
  caseNumber: string
  audience: Audience
  isOwn: boolean
  childName: string
  type: DocumentRow['type']
  datedOn: string
  level: DocumentRow['level']
  receiptAsked: boolean
  title: string
  childTitle: string | null
  ground: DocumentRow['ground']
  reviewOn: DocumentRow['review_on']
  caseworkers: CaseShown['caseworkers']
  remarks: OwnRemark[]
}

/** `versions` is null where the document was not opened; then nothing is told of what is asked either. */
type DocumentPage<Asked> = {
  document: FoundDocument
  versions: AsJson<DocumentTextRow>[] | null
  /** What the reader is asked to sign of it; of the whole case where it tells how to appeal. */
  requests: Asked[]
}

/**
 * Asks for everything a document's page shows (db/policy/person/document-page.sql). The page is null for a document that is
 * unknown, in another case, or hidden from the subject.
 * @param isOpened with the text; the database logs the reading
 */
export function documentQuestion<Asked>(
  caseId: string,
  documentId: string,
  isOpened: boolean,
): CompiledQuery<{ page: DocumentPage<Asked> | null }> {
  return CompiledQuery.raw('select person_document_page($1, $2, $3) as page', [caseId, documentId, isOpened])
}

/** Without the text, so not counted as a reading. Undefined as the page is null. */
export async function findDocument(
  tx: PersonTx,
  caseId: string,
  documentId: string,
): Promise<FoundDocument | undefined> {
  const { rows } = await tx.executeQuery(documentQuestion<never>(caseId, documentId, false))
  return rows[0]?.page?.document
}

export type DocumentVersion = ReturnType<typeof documentVersion>

/** Newest version first; the database logs the reading. Empty when only the title may be shown. */
export async function readDocument(tx: PersonTx, documentId: string): Promise<DocumentVersion[]> {
  const { rows } = await sql<DocumentTextRow>`select * from person_read_document(${documentId})`.execute(tx)
  return rows.map(documentVersion)
}

export function documentVersion(row: DocumentTextRow | AsJson<DocumentTextRow>) {
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
