import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

export type NewCorrection = { noteId: string; versionId: string; reason: string }

/**
 * Begins the next version of a signed note from the text of its newest one (FL 2017:900 36 §). Where a draft is
 * there already, nothing is made.
 * @returns false where the note has no signed version or is not open to the writer
 */
export async function beginCorrection(tx: StaffTx, correction: NewCorrection): Promise<boolean> {
  const { noteId, versionId, reason } = correction
  const { rows } = await sql<{ number: number }>`
    select number from note_version where note_id = ${noteId}::uuid and signed_at is not null
     order by number desc limit 1`.execute(tx)
  const newest = rows[0]
  if (!newest) return false
  await sql`
    insert into note_version (municipality_id, id, note_id, number, title, paragraphs, child_title, child_text,
                              child_text_easy, origin, change_reason, written_by, draft_text)
    select municipality_id, ${versionId}::uuid, note_id, number + 1, title, paragraphs, child_title, child_text,
           child_text_easy, origin, ${reason}, (select app_subject()),
           (select string_agg(p ->> 'text', E'\n\n' order by at) from jsonb_array_elements(paragraphs) with ordinality e (p, at))
      from note_version where note_id = ${noteId}::uuid and number = ${newest.number}
    on conflict do nothing`.execute(tx)
  return true
}
