import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { mergeHeard, type HeardSegment } from '../../dictation/text/merge-heard'
import { heardOf, withoutHoles } from './heard'

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/**
 * The text of a note's draft, for saving it as it is written. It holds what has been heard since it was last saved;
 * `mergedTo` says up to which segment, and goes along when the text is saved.
 * @returns null when there is no draft, it is somebody else's, or the case is not open
 */
export async function findDraft(tx: StaffTx, noteId: string) {
  const row = await ownDraft(tx, noteId)
    .select((eb) => [
      'n.id as noteId',
      'v.id as versionId',
      'v.number',
      'n.case_id as caseId',
      'v.title',
      'v.draft_text as savedText',
      'v.merged_to as savedTo',
      'v.revision',
      heardOf(eb.ref('v.id'), eb.ref('v.merged_to')).as('heard'),
    ])
    .executeTakeFirst()
  if (!row) return null
  const { savedText, savedTo, heard, ...draft } = row
  return {
    ...draft,
    ...mergeHeard({ text: savedText ?? '', mergedTo: savedTo }, withoutHoles(heard, savedTo)),
  }
}

/** What has been heard for a note's draft after a segment; null where {@link findDraft} finds none. */
export async function findHeard(tx: StaffTx, noteId: string, after: number): Promise<HeardSegment[] | null> {
  const row = await ownDraft(tx, noteId)
    .select((eb) => heardOf(eb.ref('v.id'), sql<number>`${after}::int`).as('heard'))
    .executeTakeFirst()
  return row ? withoutHoles(row.heard, after) : null
}

function ownDraft(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('staff_draft as v')
    .innerJoin('note as n', 'n.id', 'v.note_id')
    .where('v.note_id', '=', noteId)
}
