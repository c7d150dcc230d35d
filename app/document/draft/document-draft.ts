import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DocumentContent } from '../content/content'
import type { EnteredFacts } from './facts-in'

export type DocumentDraft = NonNullable<Awaited<ReturnType<typeof findDocumentDraft>>>

/** One's own draft of a document; undefined for everybody else, and when the case is not open any more. */
export async function findDocumentDraft(tx: StaffTx, documentId: string) {
  const draft = await tx
    .selectFrom('staff_document_draft as d')
    .innerJoin('case_file as c', 'c.id', 'd.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('d.document_id', '=', documentId)
    .select([
      'd.document_id as documentId',
      'd.case_id as caseId',
      sql<string>`full_name(child.given_name, child.family_name)`.as('childName'),
      'child.given_name as childGivenName',
      'd.type',
      'd.template',
      'd.facts',
      'd.content',
      'd.number',
      'd.child_title as childTitle',
      'd.child_text as childText',
      'd.change_reason as changeReason',
      sql<string | null>`d.uploaded_name`.as('uploadedName'),
      sql<boolean | null>`d.uploaded_is_tagged`.as('uploadedIsTagged'),
      'd.revision',
      'd.saved_at as savedAt',
    ])
    .executeTakeFirst()
  if (!draft) return undefined
  const { facts, content, ...rest } = draft
  return {
    ...rest,
    facts: (facts ?? {}) as EnteredFacts,
    content: content as DocumentContent | null,
  }
}

export type DraftToSave = {
  documentId: string
  revision: number
  facts: EnteredFacts
  /** Null while something is missing. */
  content: DocumentContent | null
  childTitle: string
  childText: string
  changeReason: string | null
}

/** Null when another page has saved in between, or the draft is gone. */
export async function saveDocumentDraft(tx: StaffTx, draft: DraftToSave): Promise<number | null> {
  const { documentId, revision, facts, content, childTitle, childText, changeReason } = draft
  const on = facts['on']
  const day = content && typeof on === 'string' ? on : null
  const { rows } = await sql<{ revision: number | null }>`
    select staff_save_document(${documentId}::uuid, ${revision}::int, ${JSON.stringify(facts)}::jsonb,
             ${content && JSON.stringify(content)}::jsonb, ${day}::date, nullif(${childTitle}, ''), nullif(${childText}, ''),
             ${changeReason}) as revision`.execute(tx)
  return rows[0]?.revision ?? null
}

/** False when there is no draft of one's own. What was never frozen goes altogether. */
export async function discardDocumentDraft(tx: StaffTx, documentId: string): Promise<boolean> {
  const { rows } = await sql<{ isGone: boolean }>`
    select staff_discard_document(${documentId}::uuid) as "isGone"`.execute(tx)
  return rows[0]!.isGone
}
