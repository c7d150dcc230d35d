import type { StaffTx } from '../../../db/connect'
import type { OpenNote } from '../draft/open-note'
import { phrasesFor } from '../draft/phrases'
import { saysOnlyKind } from '../title-of-kind'
import { checkItems } from './check-items'
import { droppedPhrases, finalDifferences } from './final-differences'
import { childTextAgainKey } from './review-values'
import { suggestedParagraphs } from './suggested-paragraphs'

export type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>>

/** Null if the staff member has no draft of the note. */
export async function reviewOf(tx: StaffTx, { draft, ...note }: OpenNote, now: Date) {
  if (!draft) return null
  const { text, checked, paragraphs } = draft
  const phrases = await phrasesFor(tx, draft.versionId)
  const names = [...note.people.map(({ name }) => name), ...note.staffNames]
  return {
    ...note,
    ...draft,
    isTitleOnlyKind: saysOnlyKind(draft.title, note.kind),
    isChildTextAskedAgain: checked.includes(childTextAgainKey),
    isChildTitleOnlyKind: saysOnlyKind(draft.childTitle ?? '', note.kind),
    phrases,
    items: await checkItems(text, { checked, names, phrases, now }),
    differences: await finalDifferences(text, phrases),
    dropped: droppedPhrases(phrases, checked),
    voices: suggestedParagraphs(text, paragraphs, note.people),
  }
}
