import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { casePeopleOf } from '../../note/draft/case-people'
import { caseWordsOf } from '../../note/draft/case-words'
import { findDocumentDraft } from '../draft/document-draft'
import { readStaffDocument } from '../staff/read-staff-document'
import { draftText, signedText } from './document-text'

export type OpenDocument = NonNullable<Awaited<ReturnType<typeof openDocument>>>

/**
 * A document as whoever decides on its readers needs it: one's own draft first, then every version. The database logs
 * the reading of those.
 * @returns null if it is not open to the staff member, or is somebody else's draft alone
 */
export async function openDocument(tx: StaffTx, documentId: string, now: Date) {
  const found = await tx
    .selectFrom('document as d')
    .innerJoin('case_file as c', 'c.id', 'd.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('d.id', '=', documentId)
    .select((eb) => [
      'd.id as documentId',
      'd.case_id as caseId',
      'd.type',
      'child.given_name as childName',
      casePeopleOf(eb.ref('d.case_id')).as('people'),
      caseWordsOf(eb.ref('d.case_id')).as('caseWords'),
      sql<
        string[]
      >`coalesce((select w.checked from staff_document_draft w where w.document_id = d.id), '{}')`.as(
        'checked',
      ),
    ])
    .executeTakeFirst()
  if (!found) return null
  const draft = (await findDocumentDraft(tx, documentId)) ?? null
  const signed = (await readStaffDocument(tx, documentId)).map(signedText)
  if (!draft && signed.length === 0) return null
  const versions = draft ? [draftText(draft), ...signed] : signed
  return { ...found, draft, isSigned: signed.length > 0, versions, now }
}
