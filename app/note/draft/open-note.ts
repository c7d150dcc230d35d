import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { compiledOnce } from '../../../db/compiled-once'
import type { StaffTx } from '../../../db/connect'
import type { StaffSchema, StoredParagraph } from '../../../db/roles'
import { isFileProblem } from '../../dictation/recording/recording-problem'
import { mergingHeard } from '../../dictation/text/merge-heard'
import { stepsInTurns } from '../../text/give-way'
import { casePeopleOf, caseStaffNamesOf } from './case-people'
import { caseWordsOf } from './case-words'
import { droppedOf, heardOf, withoutHoles } from './heard'
import { recordingsOf } from './phrases'

export type OpenNote = NonNullable<Awaited<ReturnType<typeof openNote>>>
export type OpenDraft = NonNullable<OpenNote['draft']>

const staff = expressionBuilder<StaffSchema>()

function ownDraftOf(noteId: Expression<string>) {
  return jsonObjectFrom(
    staff
      .selectFrom('staff_draft as v')
      .where('v.note_id', '=', noteId)
      .select((eb) => [
        'v.id as versionId',
        'v.number',
        'v.title',
        'v.draft_text as savedText',
        'v.merged_to as savedTo',
        'v.revision',
        'v.reviewed_at as reviewedAt',
        'v.change_reason as changeReason',
        sql<StoredParagraph[]>`v.paragraphs`.as('paragraphs'),
        'v.child_title as childTitle',
        'v.child_text as childText',
        'v.child_text_easy as childTextEasy',
        'v.read_back_to as readBackTo',
        'v.checked',
        heardOf(eb.ref('v.id'), eb.ref('v.merged_to')).as('heard'),
        droppedOf(eb.ref('v.id')).as('dropped'),
        recordingsOf(eb.ref('v.id')).as('recordings'),
      ]),
  )
}

const statement = compiledOnce((tx: StaffTx, noteId) =>
  tx
    .selectFrom('note as n')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .innerJoin('staff_member as author', 'author.id', 'n.author_id')
    .where('n.id', '=', noteId)
    .select((eb) => [
      'n.id as noteId',
      'n.case_id as caseId',
      'c.child_id as childId',
      'child.given_name as childName',
      'author.given_name as authorName',
      'n.kind',
      'n.event_at as eventAt',
      'n.source',
      'n.participants',
      'n.child_present as childPresent',
      'n.child_not_heard_reason as childNotHeardReason',
      'n.bbic_areas as bbicAreas',
      casePeopleOf(eb.ref('n.case_id')).as('people'),
      caseStaffNamesOf(eb.ref('n.case_id')).as('staffNames'),
      caseWordsOf(eb.ref('n.case_id')).as('caseWords'),
      sql<boolean>`note_is_signed(n.municipality_id, n.id)`.as('isSigned'),
      ownDraftOf(eb.ref('n.id')).as('draft'),
    ]),
)

/**
 * Includes the staff member's own draft and what was heard for it, but no signed text. One statement.
 * @returns null if not open to the staff member or missing; its draft is null if they have none
 */
export async function openNote(tx: StaffTx, noteId: string) {
  const [note] = await statement(tx, noteId)
  if (!note) return null
  return { ...note, draft: note.draft && (await withHeard(note.draft)) }
}

type StoredDraft = NonNullable<Awaited<ReturnType<typeof statement>>[number]['draft']>

/** Adds what was heard since the last save, up to segment `mergedTo`. */
async function withHeard({ savedText, savedTo, heard, recordings, ...draft }: StoredDraft) {
  const saved = { text: savedText ?? '', mergedTo: savedTo }
  const merged = await stepsInTurns(mergingHeard(saved, withoutHoles(heard, savedTo)))
  return {
    ...draft,
    ...merged,
    recordings: recordings.filter(({ state }) => state !== 'discarded'),
    failedFiles: recordings.filter(({ source, problem }) => source === 'upload' && isFileProblem(problem)),
  }
}
