import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { StaffSchema } from '../../../db/roles'
import type { DictationMode } from '../../dictation/text/spoken-commands'
import type { HeardSegment } from '../../dictation/text/merge-heard'

const staff = expressionBuilder<StaffSchema>()

/** In order. Discarded segments are empty. */
export function heardOf(versionId: Expression<string>, after: Expression<number>) {
  return jsonArrayFrom(
    segmentsOf(versionId)
      .where('s.number', '>', after)
      .select(sql<string>`case when r.state = 'discarded' then '' else s.text end`.as('text'))
      .orderBy('s.number'),
  )
}

/** What was taken for noise, in order: it can be put back. */
export function droppedOf(versionId: Expression<string>) {
  return jsonArrayFrom(
    segmentsOf(versionId)
      .where(sql<boolean>`s.kind = 'dropped' and r.state <> 'discarded'`)
      .select('s.text')
      .orderBy('s.number'),
  )
}

function segmentsOf(versionId: Expression<string>) {
  return staff
    .selectFrom('transcript_segment as s')
    .innerJoin('recording as r', (join) =>
      join.onRef('r.municipality_id', '=', 's.municipality_id').onRef('r.id', '=', 's.recording_id'),
    )
    .where('s.note_version_id', '=', versionId)
    .select([
      's.number',
      's.recording_id as recordingId',
      sql<HeardSegment['kind']>`s.kind`.as('kind'),
      's.start_ms as start',
      's.end_ms as end',
      sql<DictationMode>`r.command_mode`.as('mode'),
    ])
}

/** Missing numbers become empty segments, so that later ones fit. */
export function withoutHoles(heard: readonly HeardSegment[], after: number): HeardSegment[] {
  const byNumber = new Map(heard.map((segment) => [segment.number, segment]))
  const last = heard.at(-1)?.number ?? after
  return Array.from({ length: last - after }, (_, index) => {
    const number = after + 1 + index
    return byNumber.get(number) ?? { ...emptySegment, number }
  })
}

const emptySegment: Omit<HeardSegment, 'number'> = {
  recordingId: '',
  kind: 'speech',
  text: '',
  start: 0,
  end: 0,
  mode: 'off',
}
