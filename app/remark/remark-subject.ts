import type { PersonTx } from '../../db/connect'
import { caseworkersOf } from '../case/case-parts'
import { ownRemarksOn } from './remark-parts'

type On = { what: 'note' | 'document'; id: string } | null

/**
 * What a remark form needs to know of its subject. Not counted as a reading.
 * @returns undefined when it is unknown or the subject may not see it
 */
export async function findRemarkSubject(tx: PersonTx, caseId: string, on: On) {
  const found = await tx
    .selectFrom('person_case as c')
    .where('c.case_id', '=', caseId)
    .select((eb) => [
      'c.case_id as id',
      'c.is_own as isOwn',
      'c.child_name as childName',
      'c.audience',
      caseworkersOf(eb.ref('c.case_id')).as('caseworkers'),
      ownRemarksOn(eb.ref('c.case_id')).as('requests'),
    ])
    .executeTakeFirst()
  if (!found || !on) return found && { ...found, title: null, childTitle: null }
  const item =
    on.what === 'note' ? await findNoteTitle(tx, caseId, on.id) : await findDocumentTitle(tx, caseId, on.id)
  return item && { ...found, ...item }
}

function findNoteTitle(tx: PersonTx, caseId: string, id: string) {
  return tx
    .selectFrom('person_note')
    .where('note_id', '=', id)
    .where('case_id', '=', caseId)
    .select(['title', 'child_title as childTitle'])
    .executeTakeFirst()
}

function findDocumentTitle(tx: PersonTx, caseId: string, id: string) {
  return tx
    .selectFrom('person_document')
    .where('document_id', '=', id)
    .where('case_id', '=', caseId)
    .select(['title', 'child_title as childTitle'])
    .executeTakeFirst()
}
