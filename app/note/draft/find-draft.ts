import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { listHeard } from './list-heard'
import { mergeHeard } from '../../dictation/text/merge-heard'

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/**
 * The draft of a note, for the one who writes it. Its text holds what has been heard since it was last saved;
 * `mergedTo` says up to which segment, and goes along when the text is saved.
 * @returns null when there is no draft, it is somebody else's, or the case is not open
 */
export async function findDraft(tx: StaffTx, noteId: string) {
  const row = await tx
    .selectFrom('staff_draft as v')
    .innerJoin('note as n', 'n.id', 'v.note_id')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .innerJoin('person as child', 'child.id', 'c.child_id')
    .where('v.note_id', '=', noteId)
    .select([
      'n.id as noteId',
      'v.id as versionId',
      'v.number',
      'n.case_id as caseId',
      'child.given_name as childName',
      'n.kind',
      'n.event_at as eventAt',
      'n.recorded_at as recordedAt',
      'v.title',
      'v.draft_text as draftText',
      'v.merged_to as savedTo',
      'v.revision',
      'v.reviewed_at as reviewedAt',
      'v.change_reason as changeReason',
      sql<'spoken' | 'typed'>`v.origin`.as('origin'),
      'v.transcribed_by as transcribedBy',
    ])
    .executeTakeFirst()
  if (!row) return null
  const { draftText, savedTo, ...draft } = row
  const saved = { text: draftText ?? '', mergedTo: savedTo }
  return { ...draft, ...mergeHeard(saved, await listHeard(tx, draft.versionId, savedTo)) }
}
