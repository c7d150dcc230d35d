import type { Town } from './town.ts'

type Where = { attachmentId: string; threadId: string; caseId: string }

/** A file that the person of a thread has sent in it, which can be read. Its bytes are none that open. */
export async function addAttachment(
  { owner, id }: Pick<Town, 'owner' | 'id'>,
  { attachmentId, threadId, caseId }: Where,
): Promise<void> {
  await owner.query(
    `with sent as (insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from)
                   select municipality_id, id, person_id, 'Se filen.', '2026-09-14 20:00+02', '2026-09-14 20:00+02'
                     from question_thread where municipality_id = $1 and id = $2 returning id)
     insert into attachment (municipality_id, id, case_id, message_id, name, type, size, fingerprint, sealed, state, added_at)
     select $1, $3, $4, id, 'intyg.pdf', 'application/pdf', 9, sha256(id::text::bytea), '\\x00', 'clean', '2026-09-14 20:00+02' from sent`,
    [id, threadId, attachmentId, caseId],
  )
}
