import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { RemarkKind } from '../../db/roles'

export type NewRemark = {
  caseId: string
  noteId: string | null
  documentId: string | null
  kind: RemarkKind
  text: string
  /** Chosen by the form: the same key twice is one remark. */
  formKey: string
}

/**
 * Adds a remark on a note or document (SoL 2025:400 14 kap. 6 §), or asks to read more of a case.
 * @returns its id, or null when the subject may not see the item
 */
export async function addRemark(tx: PersonTx, remark: NewRemark): Promise<string | null> {
  const { caseId, noteId, documentId, kind, text, formKey } = remark
  const { rows } = await sql<{ id: string | null }>`
    select person_add_remark(${caseId}::uuid, ${noteId}::uuid, ${documentId}::uuid, ${kind}, ${text}, ${formKey}::uuid) as id
  `.execute(tx)
  return rows[0]?.id ?? null
}
