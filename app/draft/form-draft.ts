import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonTx } from '../../db/connect'
import { longestOwnDraft } from './draft-limit'
import type { DraftOf } from './draft-fields'

/** What a form shows: what was begun in it before, or nothing under an id of its own. */
export type Begun = { id: string; caseId: string; text: string; savedAt: Date | null }

const partsOf = (of: DraftOf) => ({
  noteId: null,
  documentId: null,
  appointmentId: null,
  requestId: null,
  ...of,
})

/** What the subject has begun in a form and not sent, newest first. A wish to be contacted is begun before its case is chosen. */
export function listBegun(tx: PersonTx, of: DraftOf) {
  const { kind, caseId, noteId, documentId, appointmentId, requestId } = partsOf(of)
  return tx
    .selectFrom('person_message_draft')
    .$if(kind !== 'contactRequest', (drafts) => drafts.where('case_id', '=', caseId))
    .where('form', '=', kind)
    .where('about_note_id', 'is not distinct from', noteId)
    .where('about_document_id', 'is not distinct from', documentId)
    .where('appointment_id', 'is not distinct from', appointmentId)
    .where('signature_request_id', 'is not distinct from', requestId)
    .select(['message_id as id', 'case_id as caseId', 'text', 'saved_at as savedAt'])
    .orderBy('saved_at', 'desc')
    .orderBy('message_id')
    .limit(50)
    .execute()
}

/** A form as it begins: what was begun before in the same one is taken up again, on whatever phone. */
export async function beginForm(tx: PersonTx, of: DraftOf): Promise<Begun> {
  const [newest] = await listBegun(tx, of)
  return newest ?? { id: randomUUID(), caseId: of.caseId, text: '', savedAt: null }
}

/**
 * Keeps what has been written so far in a form. Where nothing is written, or it stands already, there is no draft.
 * @returns `sent` when the form has been sent meanwhile, `tooMany` when as many are begun in the case as one may have,
 * `tooLong` for more than a draft holds, and nothing is kept; null for what the subject cannot write to
 */
export async function keepForm(
  tx: PersonTx,
  of: DraftOf,
  { id, text }: { id: string; text: string },
): Promise<'saved' | 'sent' | 'tooMany' | 'tooLong' | null> {
  if (Array.from(text).length > longestOwnDraft) return 'tooLong'
  const { kind, caseId, noteId, documentId, appointmentId, requestId } = partsOf(of)
  const { rows } = await sql<{ became: 'saved' | 'sent' | 'tooMany' | null }>`
    select person_save_draft(${id}::uuid, ${caseId}::uuid, ${kind}, null, '', ${text}, ${noteId}::uuid, ${documentId}::uuid,
                             null, ${appointmentId}::uuid, ${requestId}::uuid) as became`.execute(tx)
  return rows[0]!.became
}
