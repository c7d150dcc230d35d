import type { StaffTx } from '../../../db/connect'

export type RecordingEvent = { number: number; kind: string; data: unknown }

export function listEvents(tx: StaffTx, recordingId: string, after: number): Promise<RecordingEvent[]> {
  return tx
    .selectFrom('recording_event')
    .where('recording_id', '=', recordingId)
    .where('number', '>', after)
    .select(['number', 'kind', 'data'])
    .orderBy('number')
    .execute()
}
