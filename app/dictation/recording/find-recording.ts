import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DictationMode } from '../text/spoken-commands'
import type { PartMs } from './part-length'
import type { RecordingProblem } from './recording-problem'

export type RecordingState = 'recording' | 'stopped' | 'transcribed' | 'discarded'

/** Undefined if it is not the signed-in author's. */
export function findRecording(tx: StaffTx, recordingId: string) {
  return recordings(tx).where('r.id', '=', recordingId).executeTakeFirst()
}

function recordings(tx: StaffTx) {
  return tx
    .selectFrom('recording as r')
    .innerJoin('note_version as v', (join) =>
      join.onRef('v.municipality_id', '=', 'r.municipality_id').onRef('v.id', '=', 'r.note_version_id'),
    )
    .select([
      'r.id',
      'r.municipality_id as municipalityId',
      'v.note_id as noteId',
      sql<'live' | 'upload'>`r.source`.as('source'),
      sql<RecordingState>`r.state`.as('state'),
      sql<DictationMode>`r.command_mode`.as('mode'),
      'r.started_at as startedAt',
      'r.next_number as nextNumber',
      sql<PartMs>`r.part_ms`.as('partMs'),
      sql<RecordingProblem | null>`r.problem`.as('problem'),
      sql<'waiting' | 'done' | 'failed'>`r.final_pass`.as('finalPass'),
      'r.key_encrypted as keyEncrypted',
      'r.erased_at as erasedAt',
    ])
}
