import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { idOf, municipalityOf } from './people.ts'

// What staff write, as they may write it: under row-level security, in a transaction of role staff.

type NewNote = { noteId: string; caseId: string; author: StaffKey }

export function addNote(tx: StaffTx, { noteId, caseId, author }: NewNote) {
  return sql`insert into note (municipality_id, id, case_id, kind, event_at, recorded_at, author_id)
             values (${municipalityOf(author)}, ${noteId}, ${caseId}, 'phoneCall', (select app_now()), (select app_now()), ${idOf(author)})`.execute(
    tx,
  )
}

type NewDraft = { noteId: string; versionId: string; writer: StaffKey; number?: number }

export function addDraft(tx: StaffTx, { noteId, versionId, writer, number = 1 }: NewDraft) {
  return sql`insert into note_version (municipality_id, id, note_id, number, title, paragraphs, origin, change_reason, written_by, draft_text)
             values (${municipalityOf(writer)}, ${versionId}, ${noteId}, ${number}, 'Samtal', '[]', 'spoken',
                     ${number > 1 ? 'Fel datum' : null}, ${idOf(writer)}, 'Vi pratade.')`.execute(tx)
}

type NewRecording = { recordingId: string; versionId: string; author: StaffKey }

export function addRecording(tx: StaffTx, { recordingId, versionId, author }: NewRecording) {
  return sql`insert into recording (municipality_id, id, note_version_id, author_id, source, started_at, key_encrypted)
             values (${municipalityOf(author)}, ${recordingId}, ${versionId}, ${idOf(author)}, 'live', (select app_now()), '\\x00')`.execute(
    tx,
  )
}

type NewDisclosure = { noteId: string; personId: string; decidedBy: StaffKey }

export function addDisclosure(tx: StaffTx, { noteId, personId, decidedBy }: NewDisclosure) {
  return sql`insert into disclosure (municipality_id, note_id, person_id, level, shown_from, decided_by, decided_at)
             values (${municipalityOf(decidedBy)}, ${noteId}, ${personId}, 'full', (select app_now()), ${idOf(decidedBy)}, (select app_now()))`.execute(
    tx,
  )
}

type NewNotice = { noteId: string; personId: string; by: StaffKey }

export function addNotice(tx: StaffTx, { noteId, personId, by }: NewNotice) {
  return sql`insert into notice (municipality_id, person_id, kind, note_id, due_at)
             values (${municipalityOf(by)}, ${personId}, 'newNote', ${noteId}, (select app_now()))`.execute(
    tx,
  )
}

type NewWord = { caseId: string; addedBy: StaffKey; word: string }

export function addWord(tx: StaffTx, { caseId, addedBy, word }: NewWord) {
  return sql`insert into case_word (municipality_id, case_id, word, added_by)
             values (${municipalityOf(addedBy)}, ${caseId}, ${word}, ${idOf(addedBy)})`.execute(tx)
}

type StoredPart = { outcome: string; next_number: number }

export async function storeSecond(tx: StaffTx, recordingId: string, number: number): Promise<StoredPart> {
  const { rows } =
    await sql<StoredPart>`select * from staff_store_chunk(${recordingId}, ${number}, ${Buffer.alloc(32)}, '\\x01')`.execute(
      tx,
    )
  return rows[0]!
}
