import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { StaffTx } from '../../../db/connect'
import type { StaffSchema } from '../../../db/roles'
import type { RecordingState } from '../../dictation/recording/find-recording'
import type { RecordingProblem } from '../../dictation/recording/recording-problem'
import type { Doubt } from '../../dictation/speech/hallucination-judge'
import type { DictationMode } from '../../dictation/text/spoken-commands'

/** Milliseconds of the recording. `p`: the engine's confidence, null if unknown. `doubt`: worth listening to. */
export type PhraseWord = { text: string; start: number; end: number; p: number | null; doubt?: Doubt }

/** Times in milliseconds. */
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

/** What was said for a draft, in order, without what was discarded with its recording. */
export function phrasesFor(tx: StaffTx, versionId: string): Promise<Phrase[]> {
  return tx
    .selectFrom('transcript_segment as s')
    .innerJoin('recording as r', (join) =>
      join.onRef('r.municipality_id', '=', 's.municipality_id').onRef('r.id', '=', 's.recording_id'),
    )
    .where('s.note_version_id', '=', versionId)
    .where('r.state', '<>', 'discarded')
    .select([
      's.number',
      's.recording_id as recordingId',
      sql<Phrase['kind']>`s.kind`.as('kind'),
      's.start_ms as start',
      's.end_ms as end',
      's.text',
      sql<PhraseWord[]>`s.words`.as('words'),
      's.final_text as finalText',
      sql<PhraseWord[] | null>`s.final_words`.as('finalWords'),
      sql<Phrase['finalDecided']>`s.final_decided`.as('finalDecided'),
      sql<DictationMode>`r.command_mode`.as('mode'),
      sql<boolean>`r.key_encrypted is not null`.as('hasSound'),
    ])
    .orderBy('s.number')
    .execute()
}

const staff = expressionBuilder<StaffSchema>()

export type DraftRecording = {
  id: string
  source: 'live' | 'upload'
  state: RecordingState
  mode: DictationMode
  problem: RecordingProblem | null
  finalPass: 'waiting' | 'done' | 'failed'
  startedAt: string
  erasedAt: string | null
}

/** Those that were thrown away only if their file could not be read: the writer is told. */
export function recordingsOf(versionId: Expression<string>) {
  return jsonArrayFrom(
    staff
      .selectFrom('recording')
      .where('note_version_id', '=', versionId)
      .where(sql<boolean>`(state <> 'discarded' or problem in ('undecodable', 'tooLong'))`)
      .select([
        'id',
        sql<DraftRecording['source']>`source`.as('source'),
        sql<RecordingState>`state`.as('state'),
        sql<DictationMode>`command_mode`.as('mode'),
        sql<RecordingProblem | null>`problem`.as('problem'),
        sql<DraftRecording['finalPass']>`final_pass`.as('finalPass'),
        'started_at as startedAt',
        'erased_at as erasedAt',
      ])
      .orderBy('started_at'),
  )
}
