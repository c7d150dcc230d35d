import type { Audience } from '../../db/roles'
import { stockholmClock } from '../calendar/stockholm-moment'
import { itemTitle } from '../reading/item-title'
import type { CasePage } from './case-page'

/** Something that has happened in a case. `at` is a moment, or a legal day 'YYYY-MM-DD'. */
export type Happening = { at: string } & (
  | { kind: 'note'; note: CasePage['notes'][number] }
  | { kind: 'document'; document: CasePage['documents'][number] }
  | { kind: 'line'; line: CasePage['lines'][number] }
  | { kind: 'followUp' }
)

type Sources = Pick<CasePage, 'notes' | 'documents' | 'followUps' | 'lines'> & { audience: Audience }

/**
 * Newest first; a day without an hour counts from its beginning. Stages are told by their own path, and a note that the
 * reader sees called as a document of its day by the document: the note is in the list of notes.
 * @param most how many are shown; `hasMore` is true when there are older ones
 */
export function timelineOf(sources: Sources, most: number): { happenings: Happening[]; hasMore: boolean } {
  const { audience } = sources
  const toldBy = new Set(sources.documents.map((each) => `${each.datedOn} ${itemTitle(each, audience)}`))
  const notes = sources.notes.filter(
    (each) => !toldBy.has(`${stockholmClock(new Date(each.eventAt)).day} ${itemTitle(each, audience)}`),
  )
  const all: Happening[] = [
    ...notes.map((note) => ({ kind: 'note' as const, at: note.eventAt, note })),
    ...sources.documents.map((document) => ({ kind: 'document' as const, at: document.datedOn, document })),
    ...sources.lines.map((line) => ({ kind: 'line' as const, at: line.writtenAt, line })),
    ...sources.followUps.flatMap(({ heldOn }) => (heldOn ? [{ kind: 'followUp' as const, at: heldOn }] : [])),
  ]
  const ordered = all.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
  return { happenings: ordered.slice(0, most), hasMore: ordered.length > most }
}
