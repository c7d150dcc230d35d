import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { storyTime } from './stories.ts'

export type HeardPhrase = { kind?: 'speech' | 'dropped'; text: string; final?: string | null }

/**
 * Phrases of one more recording of a draft, as the worker writes them: transcribed, and gone through once more.
 * @param owner connection of the owner
 */
export async function addPhrases(
  owner: pg.Client,
  noteId: string,
  phrases: readonly HeardPhrase[],
): Promise<void> {
  const recording = randomUUID()
  await owner.query(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at, final_pass, key_encrypted)
     select municipality_id, $1, id, written_by, 'live', 'transcribed', $3, 'done', '\\x00'
       from note_version where note_id = $2 and signed_at is null`,
    [recording, noteId, storyTime],
  )
  for (const { kind = 'speech', text, final = null } of phrases) {
    await owner.query(
      `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, words,
                                       dropped_because, engine, final_text)
       select r.municipality_id, r.note_version_id,
              (select count(*) + 1 from transcript_segment s where s.note_version_id = r.note_version_id), r.id,
              $2, 0, 1000, $3, jsonb_build_array(jsonb_build_object('text', $3::text, 'start', 0, 'end', 1000, 'p', 0.9)),
              case when $2 = 'dropped' then 'loop' end, 'test', $4
         from recording r where r.id = $1`,
      [recording, kind, text, final],
    )
  }
}
