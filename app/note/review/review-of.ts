import type { OpenNote } from '../draft/open-note'
import { checkItems } from './check-items'
import { droppedPhrases, finalDifferences } from './final-differences'
import { suggestedParagraphs } from './suggested-paragraphs'

export type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>>

/** Null if the staff member has no draft of the note. */
export async function reviewOf({ draft, ...note }: OpenNote, now: Date) {
  if (!draft) return null
  const { text, checked, phrases, paragraphs } = draft
  const names = [...note.people.map(({ name }) => name), ...note.staffNames]
  return {
    ...note,
    ...draft,
    items: await checkItems(text, { checked, names, phrases, now }),
    differences: await finalDifferences(text, phrases),
    dropped: droppedPhrases(phrases, checked),
    voices: suggestedParagraphs(text, paragraphs, note.people),
  }
}
