import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import { findDraft } from '../draft/find-draft'
import { checkItems } from './check-items'
import { droppedPhrases, finalDifferences } from './final-differences'
import { listCasePeople, listCaseStaffNames } from './list-case-people'
import { listDraftRecordings, listPhrases } from './list-phrases'
import { suggestedParagraphs } from './suggested-paragraphs'

export type Review = NonNullable<Awaited<ReturnType<typeof loadReview>>>

/**
 * A draft with everything that is looked at before it is signed, for the one who writes it.
 * @returns null when there is no draft, it is somebody else's, or the case is not open
 */
export async function loadReview(tx: StaffTx, noteId: string, now: Date) {
  const draft = await findDraft(tx, noteId)
  if (!draft) return null
  const facts = await findFacts(tx, draft.versionId)
  const people = await listCasePeople(tx, draft.caseId)
  const staffNames = await listCaseStaffNames(tx, draft.caseId)
  const phrases = await listPhrases(tx, draft.versionId)
  const names = [...people.map(({ name }) => name), ...staffNames]
  const { checked } = facts
  return {
    ...draft,
    ...facts,
    people,
    staffNames,
    phrases,
    recordings: await listDraftRecordings(tx, draft.versionId),
    items: checkItems(draft.text, { checked, names, phrases, now }),
    differences: finalDifferences(draft.text, phrases),
    dropped: droppedPhrases(phrases, checked),
    voices: suggestedParagraphs(draft.text, facts.paragraphs, people),
  }
}

function findFacts(tx: StaffTx, versionId: string) {
  return tx
    .selectFrom('staff_draft as v')
    .innerJoin('note as n', 'n.id', 'v.note_id')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .where('v.id', '=', versionId)
    .select([
      'c.child_id as childId',
      'n.source',
      'n.participants',
      'n.child_present as childPresent',
      'n.child_not_heard_reason as childNotHeardReason',
      'n.bbic_areas as bbicAreas',
      sql<StoredParagraph[]>`v.paragraphs`.as('paragraphs'),
      'v.child_title as childTitle',
      'v.child_text as childText',
      'v.child_text_easy as childTextEasy',
      'v.read_back_to as readBackTo',
      'v.checked',
    ])
    .executeTakeFirstOrThrow()
}
