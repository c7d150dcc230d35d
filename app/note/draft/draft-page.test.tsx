import { expect, test } from 'vitest'
import { wordsOf } from '../../../tests/support/html'
import type { RecordingProblem } from '../../dictation/recording/recording-problem'
import type { DeskData } from './desk-data'
import { DraftPage } from './draft-page'

const at = (second: number) => new Date(Date.UTC(2026, 8, 15, 6, 59, second)).toISOString()

const taken = (id: string, second: number, source: 'live' | 'upload' = 'upload') =>
  ({
    id,
    source,
    state: 'transcribed',
    mode: 'automatic',
    problem: null,
    startedAt: at(second),
    erasedAt: null,
  }) as const

const failed = (id: string, second: number, problem: RecordingProblem = 'undecodable') => ({
  ...{ id, problem, startedAt: at(second) },
})

const wordsWith = (files: Pick<DeskData, 'recordings' | 'failedFiles'>) =>
  wordsOf(
    <DraftPage
      desk={{
        ...{ noteId: 'n', caseId: 'c', childName: 'Tindra', kind: 'conversation', eventAt: new Date(at(0)) },
        ...{ changeReason: null, revision: 1, mergedTo: 0, title: '', text: '', dropped: [], words: [] },
        ...files,
      }}
      posted={undefined}
      texts={{}}
      scripts={{ desk: '', recorder: '' }}
      now={0}
      holder=""
      uploadId="u"
      outcome={null}
      isSaved={false}
    />,
  )

test('of several files in one minute, it is said which gave no text', () => {
  const words = wordsWith({
    recordings: [taken('spoken', 0, 'live'), taken('second', 20)],
    failedFiles: [failed('third', 30, 'tooLong'), failed('first', 10)],
  })
  expect(words).toContain('Fil 1 av 3, från i dag 08.59: Filen kunde inte läsas')
  expect(words).toContain('Fil 3 av 3, från i dag 08.59: Inspelningen är för lång.')
})

test('a file of ours that failed and is kept is one file, and alone it has no number', () => {
  const kept = { ...taken('kept', 10), state: 'recording', problem: 'decodeFailed' } as const
  const words = wordsWith({ recordings: [kept], failedFiles: [failed('kept', 10, 'decodeFailed')] })
  expect(words).toContain('Filen från i dag 08.59: Filen kunde inte skrivas ut')
})
