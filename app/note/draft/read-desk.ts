import type { StaffTx } from '../../../db/connect'
import { listRecordings } from '../../dictation/recording/find-recording'
import { listCaseWords } from './case-words'
import type { Draft } from './find-draft'
import { listHeard } from './list-heard'

export type DeskData = Awaited<ReturnType<typeof readDesk>>

/** What the desk shows beside the draft itself. */
export async function readDesk(tx: StaffTx, { versionId, caseId }: Pick<Draft, 'versionId' | 'caseId'>) {
  const recordings = await listRecordings(tx, versionId)
  const heard = await listHeard(tx, versionId, 0)
  return {
    recordings: recordings.map(({ id, source, state, mode, problem, startedAt, erasedAt }) => ({
      ...{ id, source, state, mode, problem, startedAt, erasedAt },
    })),
    dropped: heard.filter(
      ({ kind, recordingId }) => kind === 'dropped' && recordings.some(({ id }) => id === recordingId),
    ),
    words: await listCaseWords(tx, caseId),
  }
}
