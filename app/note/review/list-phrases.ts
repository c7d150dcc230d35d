import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DictationMode } from '../../dictation/text/spoken-commands'

/** A word as the engine heard it: milliseconds of its recording, and how sure the engine was where it tells. */
export type PhraseWord = { text: string; start: number; end: number; p: number | null }

/** One phrase of a draft's dictations, with what the careful pass made of it. Times are milliseconds. */
export type Phrase = {
  number: number
  recordingId: string
  kind: 'speech' | 'dropped' | 'gap'
  start: number
  end: number
  text: string
  words: PhraseWord[]
  finalText: string | null
  finalWords: PhraseWord[] | null
  finalDecided: 'accepted' | 'rejected' | null
  mode: DictationMode
  hasSound: boolean
}

/** The phrases of a version in their order. What was thrown away with its recording is left out. */
export async function listPhrases(tx: StaffTx, versionId: string): Promise<Phrase[]> {
  const { rows } = await sql<Phrase>`
    select s.number, s.recording_id as "recordingId", s.kind, s.start_ms as start, s.end_ms as end, s.text, s.words,
           s.final_text as "finalText", s.final_words as "finalWords", s.final_decided as "finalDecided",
           r.command_mode as mode, r.key_encrypted is not null as "hasSound"
      from transcript_segment s
      join recording r on r.municipality_id = s.municipality_id and r.id = s.recording_id
     where s.note_version_id = ${versionId}::uuid and r.state <> 'discarded'
     order by s.number`.execute(tx)
  return rows
}

export type DraftRecording = {
  id: string
  isTranscribed: boolean
  finalPass: 'waiting' | 'done' | 'failed'
  erasedAt: Date | null
}

/** The dictations and uploads of a version that were kept. */
export async function listDraftRecordings(tx: StaffTx, versionId: string): Promise<DraftRecording[]> {
  const { rows } = await sql<DraftRecording>`
    select id, state not in ('recording', 'stopped') as "isTranscribed", final_pass as "finalPass", erased_at as "erasedAt"
      from recording where note_version_id = ${versionId}::uuid and state <> 'discarded'
     order by started_at`.execute(tx)
  return rows
}
