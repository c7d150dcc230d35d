import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import { mergingHeard, type HeardSegment } from '../../dictation/text/merge-heard'
import { stepsInTurns } from '../../text/give-way'
import { heardOf, withoutHoles } from './heard'

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/**
 * The text includes what was heard since the last save, up to segment `mergedTo`: save that with it.
 * @returns null if there is no draft, it is somebody else's, or the case is not open
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
  const saved = { text: savedText ?? '', mergedTo: savedTo }
  return { ...draft, ...(await stepsInTurns(mergingHeard(saved, withoutHoles(heard, savedTo)))) }
}

/** Segments after a number; null as for {@link findDraft}. */
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
