import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { documentTemplates, type DocumentTemplate } from '../../../db/closed-lists'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { templates } from '../decision/templates'
import { findDocumentDraft, saveDocumentDraft } from './document-draft'
import type { EnteredFacts } from './facts-in'
import { writeContent } from './write-content'

type NewDocument = {
  /** Chosen by the form, so that sending twice makes one document. */
  documentId: string
  caseId: string
  template: DocumentTemplate
  now: Date
}

/** A draft with what the case tells already. False if the case is not open to the writer. */
export async function beginDocument(
  tx: StaffTx,
  { documentId, caseId, template, now }: NewDocument,
): Promise<boolean> {
  const known = await knownOf(tx, caseId)
  if (!known) return false
  const facts = JSON.stringify(firstFacts(template, known, stockholmClock(now).day))
  const { rows } = await sql<{ isBegun: boolean }>`
    select staff_begin_document(${documentId}::uuid, ${caseId}::uuid, ${template}, ${facts}::jsonb) as "isBegun"`.execute(
    tx,
  )
  return rows[0]!.isBegun
}

/** False if the document has no version that was written here, or is not open to the writer. */
export async function beginVersion(
  tx: StaffTx,
  { documentId, reason }: { documentId: string; reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ isBegun: boolean }>`
    select staff_begin_document_version(${documentId}::uuid, ${reason}) as "isBegun"`.execute(tx)
  if (!rows[0]!.isBegun) return false
  const draft = await findDocumentDraft(tx, documentId)
  if (draft?.template && draft.revision === 0) {
    const { content } = writeContent(draft.template, draft.facts)
    const child = { childTitle: draft.childTitle ?? '', childText: draft.childText ?? '' }
    await saveDocumentDraft(tx, { ...draft, ...child, content })
  }
  return true
}

export const templateNamed = (name: string): DocumentTemplate | undefined =>
  documentTemplates.find((each) => each === name)

type Known = {
  municipality: string
  caseNumber: string
  childName: string
  writer: string
  position: string | null
}

async function knownOf(tx: StaffTx, caseId: string): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select m.name as municipality, c.case_number as "caseNumber", full_name(child.given_name, child.family_name) as "childName",
           full_name(s.given_name, s.family_name) as writer, s.title as position
      from case_file c
      join municipality m on m.id = c.municipality_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      join staff_member s on s.municipality_id = c.municipality_id and s.id = (select app_subject())
     where c.id = ${caseId}::uuid`.execute(tx)
  return rows[0]
}

function firstFacts(
  template: DocumentTemplate,
  { municipality, caseNumber, childName, writer, position }: Known,
  today: string,
): EnteredFacts {
  const { shape } = templates[template].facts
  const guessed: EnteredFacts = {
    municipality,
    board: 'Socialnämnden',
    diaryNumber: caseNumber,
    on: today,
    concerns: childName,
    responsible: writer,
    ...(template === 'consent' ? { contact: writer } : {}),
    // Custody is decided by the committee or its chair, never by whoever writes it.
    ...(template === 'interventionSol' ? { decidedBy: { name: writer, position: position ?? '' } } : {}),
  }
  return Object.fromEntries(Object.entries(guessed).filter(([name]) => name in shape))
}
