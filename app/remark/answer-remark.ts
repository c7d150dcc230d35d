import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { Paragraph, RemarkKind } from '../../db/roles'
import type { DocumentContent } from '../document/content/content'

export type RemarkToAnswer = {
  id: string
  caseId: string
  kind: RemarkKind
  text: string
  writtenAt: Date
  personId: string
  /** Of who wrote it and alone reads the answer. */
  name: string
  givenName: string
  answer: string | null
  answeredAt: Date | null
  answeredBy: string | null
  /** Null when the remark is about the case alone. */
  noteId: string | null
  title: string | null
  paragraphs: Paragraph[] | null
  content: DocumentContent | null
  author: string | null
}

/**
 * A remark with the newest signed text it is about. The database logs the reading.
 * @returns undefined when it is unknown or in a case not open to the staff member
 */
export async function findRemark(tx: StaffTx, remarkId: string): Promise<RemarkToAnswer | undefined> {
  const { rows } = await sql<RemarkToAnswer>`
    select r.id, r.case_id as "caseId", r.kind, r.text, r.written_at as "writtenAt", r.person_id as "personId", full_name(p.given_name, p.family_name) as name,
           p.given_name as "givenName",
           r.answer, r.answered_at as "answeredAt", s.given_name as "answeredBy", r.note_id as "noteId",
           coalesce(n.title, d.title) as title, n.paragraphs, d.content, n.signed_by as author
      from remark r
      join person p on p.municipality_id = r.municipality_id and p.id = r.person_id
      left join staff_member s on s.municipality_id = r.municipality_id and s.id = r.answered_by
      left join lateral (select * from staff_read_note(r.note_id) limit 1) n on true
      left join lateral (select * from staff_read_document(r.document_id) limit 1) d on true
     where r.id = ${remarkId}::uuid`.execute(tx)
  return rows[0]
}

/**
 * Answers a remark, once: the answer is kept with the note and never changed (SoL 2025:400 14 kap. 6 §).
 * @returns false when the remark already has another answer
 */
export async function answerRemark(tx: StaffTx, remarkId: string, answer: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update remark set answer = ${answer}, answered_at = (select app_now()), answered_by = (select app_subject())
     where id = ${remarkId}::uuid and answer is null`.execute(tx)
  if (numAffectedRows === 1n) return true
  const { rows } = await sql`
    select from remark where id = ${remarkId}::uuid and answer = ${answer}`.execute(tx)
  return rows.length === 1
}
