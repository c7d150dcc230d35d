import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import { people } from './people.ts'
import type { SpokenParagraph, StoryNote } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'
import { disclosureRow } from './write-disclosure.ts'

/** Writes signed notes, each in one version, and who may read them. */
export async function writeNotes(tx: Kysely<DB>, notes: StoryNote[], ids: CaseIds): Promise<void> {
  const { municipality_id } = ids
  await insertAll(
    tx,
    'note',
    notes.map((note) => ({
      ...ids,
      id: storyId('note', note.key),
      kind: note.kind,
      event_at: note.at,
      author_id: storyId('staff', note.author),
      source: note.source ?? null,
      bbic_areas: note.bbicAreas,
    })),
  )
  await insertAll(
    tx,
    'note_version',
    notes.map((note) => ({
      municipality_id,
      id: storyId('note_version', note.key),
      note_id: storyId('note', note.key),
      number: 1,
      title: note.title,
      paragraphs: JSON.stringify(note.text.map(storedParagraph)),
      child_title: note.childTitle ?? null,
      child_text: note.childText ?? null,
      child_text_easy: note.childTextEasy ?? null,
      origin: note.origin,
      read_back_to: note.readBackTo ?? null,
      // The sound goes when the text is approved (architecture 6).
      audio_erased_at: note.origin === 'spoken' ? note.signedAt : null,
      signed_at: note.signedAt,
      signed_by: storyId('staff', note.author),
    })),
  )
  await insertAll(
    tx,
    'disclosure',
    notes.flatMap((note) =>
      note.readers.map((reader) => ({
        ...disclosureRow(municipality_id, note.key, reader, note.author),
        note_id: storyId('note', note.key),
        partial_text: reader.text ? JSON.stringify(reader.text.map(storedParagraph)) : null,
      })),
    ),
  )
}

function storedParagraph(paragraph: SpokenParagraph) {
  if (!('person' in paragraph)) return paragraph
  const { person, ...rest } = paragraph
  return { ...rest, speaker: people[person].givenName, speakerId: storyId('person', person) }
}
