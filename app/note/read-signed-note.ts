import { sql } from 'kysely'
import { logStaffReading } from '../audit/log-staff-reading'
import type { StaffTx } from '../../db/connect'
import type { DisclosureLevel } from '../disclosure/level'
import type { Paragraph } from '../../db/roles'
import { listStaffRemarks } from '../remark/staff-remarks'

export type SignedNoteData = NonNullable<Awaited<ReturnType<typeof readSignedNote>>>
export type SignedVersion = SignedNoteData['newest']
export type NoteReader = SignedNoteData['readers'][number]

/**
 * A signed note as staff see it, with its versions, readers and remarks. Writes that it was read.
 * @returns null for a note without a signed version, one in a case that is not open, and one that does not exist
 */
export async function readSignedNote(tx: StaffTx, noteId: string) {
  const note = await findNoteFacts(tx, noteId)
  if (!note) return null
  const [newest, ...earlier] = await listSignedVersions(tx, noteId)
  if (!newest) return null
  await logStaffReading(tx, { action: 'readNote', caseId: note.caseId, noteId: note.id })
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

/** Newest first. */
function listSignedVersions(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('note_version as v')
    .innerJoin('staff_member as s', 's.id', 'v.signed_by')
    .where('v.note_id', '=', noteId)
    .where('v.signed_at', 'is not', null)
    .select([
      'v.number',
      'v.title',
      sql<Paragraph[]>`v.paragraphs`.as('paragraphs'),
      'v.child_title as childTitle',
      'v.child_text as childText',
      'v.child_text_easy as childTextEasy',
      'v.change_reason as changeReason',
      sql<Date>`v.signed_at`.as('signedAt'),
      's.given_name as signedBy',
      sql<'spoken' | 'typed'>`v.origin`.as('origin'),
      'v.transcribed_by as transcribedBy',
      'v.edited_words as editedWords',
      'v.read_back_to as readBackTo',
      sql<Date | null>`coalesce(v.audio_erased_at, sound_erased_at(v.municipality_id, v.id))`.as(
        'audioErasedAt',
      ),
    ])
    .orderBy('v.number', 'desc')
    .execute()
}

/** Who has a decision on this note, the child before the grown-ups. */
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
    .orderBy('p.birth_date', 'desc')
    .execute()
}
