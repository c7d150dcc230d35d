import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { DisclosureLevel } from '../disclosure/level'
import type { Paragraph } from '../../db/roles'
import { listStaffRemarks } from '../remark/staff-remarks'

export type SignedNoteData = NonNullable<Awaited<ReturnType<typeof readSignedNote>>>
export type SignedVersion = SignedNoteData['newest']
export type NoteReader = SignedNoteData['readers'][number]

/** The database logs the reading. Null for a note that is unsigned, not open to the reader, or missing. */
export async function readSignedNote(tx: StaffTx, noteId: string) {
  const note = await findNoteFacts(tx, noteId)
  if (!note) return null
  const [newest, ...earlier] = await readSignedVersions(tx, noteId)
  if (!newest) return null
  return {
    ...note,
    newest,
    earlier,
    readers: await listReaders(tx, noteId),
    remarks: await listStaffRemarks(tx, noteId),
  }
}

function findNoteFacts(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('note as n')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .innerJoin('staff_member as s', 's.id', 'n.author_id')
    .where('n.id', '=', noteId)
    .select([
      'n.id',
      'n.case_id as caseId',
      'n.kind',
      'n.event_at as eventAt',
      'n.recorded_at as recordedAt',
      'n.source',
      'n.participants',
      'n.child_present as childPresent',
      'n.child_not_heard_reason as childNotHeardReason',
      'n.bbic_areas as bbicAreas',
      'c.case_number as caseNumber',
      'child.given_name as childName',
      's.given_name as authorGivenName',
      's.family_name as authorFamilyName',
    ])
    .executeTakeFirst()
}

type SignedRow = {
  number: number
  title: string
  paragraphs: Paragraph[]
  childTitle: string | null
  childText: string | null
  childTextEasy: string | null
  changeReason: string | null
  signedAt: Date
  signedBy: string
  origin: 'spoken' | 'typed'
  transcribedBy: string | null
  editedWords: number | null
  readBackTo: string | null
  audioErasedAt: Date | null
}

/** Newest first. The database logs the reading. */
async function readSignedVersions(tx: StaffTx, noteId: string): Promise<SignedRow[]> {
  const { rows } = await sql<SignedRow>`
    select number, title, paragraphs, child_title as "childTitle", child_text as "childText",
           child_text_easy as "childTextEasy", change_reason as "changeReason", signed_at as "signedAt",
           signed_by as "signedBy", origin, transcribed_by as "transcribedBy", edited_words as "editedWords",
           read_back_to as "readBackTo", audio_erased_at as "audioErasedAt"
      from staff_read_note(${noteId}::uuid)`.execute(tx)
  return rows
}

function listReaders(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('disclosure as d')
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .innerJoin('staff_member as s', 's.id', 'd.decided_by')
    .where('d.note_id', '=', noteId)
    .select([
      'p.id as personId',
      'p.given_name as givenName',
      sql<DisclosureLevel>`d.level`.as('level'),
      'd.title',
      'd.ground',
      'd.harm_assessment as harmAssessment',
      'd.review_on as reviewOn',
      'd.shown_from as shownFrom',
      'd.decided_at as decidedAt',
      's.given_name as decidedBy',
    ])
    .orderBy('p.born', 'desc')
    .execute()
}
