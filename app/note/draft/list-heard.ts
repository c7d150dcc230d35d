import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { DictationMode } from '../../dictation/text/spoken-commands'
import type { HeardSegment } from '../../dictation/text/merge-heard'

/**
 * What has been heard for a version, in order, from a number on. A number whose recording was thrown away is
 * there with nothing in it, so that what follows finds its place.
 */
export async function listHeard(tx: StaffTx, versionId: string, after: number): Promise<HeardSegment[]> {
  const rows = await tx
    .selectFrom('transcript_segment as s')
    .innerJoin('recording as r', (join) =>
      join.onRef('r.municipality_id', '=', 's.municipality_id').onRef('r.id', '=', 's.recording_id'),
    )
    .where('s.note_version_id', '=', versionId)
    .where('s.number', '>', after)
    .select([
      's.number',
      's.recording_id as recordingId',
      sql<HeardSegment['kind']>`s.kind`.as('kind'),
      sql<string>`case when r.state = 'discarded' then '' else s.text end`.as('text'),
      's.start_ms as start',
      's.end_ms as end',
      sql<DictationMode>`r.command_mode`.as('mode'),
    ])
    .orderBy('s.number')
    .execute()
  return withoutHoles(rows, after)
}

function withoutHoles(rows: readonly HeardSegment[], after: number): HeardSegment[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const last = rows.at(-1)?.number ?? after
  return Array.from({ length: last - after }, (_, index) => {
    const number = after + 1 + index
    return (
      byNumber.get(number) ?? {
        number,
        recordingId: '',
        kind: 'speech',
        text: '',
        start: 0,
        end: 0,
        mode: 'off',
      }
    )
  })
}
