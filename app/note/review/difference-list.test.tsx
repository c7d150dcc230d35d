import { expect, test } from 'vitest'
import { wordsOf } from '../../../tests/support/html'
import type { DraftRecording } from '../draft/phrases'
import { DifferenceList } from './difference-list'

const recording = (finalPass: DraftRecording['finalPass']): DraftRecording => ({
  id: 'one',
  source: 'live',
  state: 'stopped',
  mode: 'off',
  problem: null,
  finalPass,
  startedAt: '2026-09-15T09:00:00+02:00',
  erasedAt: null,
})

const listOf = (...passes: DraftRecording['finalPass'][]) =>
  wordsOf(<DifferenceList open="all" differences={[]} recordings={passes.map(recording)} />)

test.each([
  ['while one recording is listened to again', ['done', 'waiting'], 'Skrivs ut'],
  ['when listening again has failed', ['done', 'failed'], 'Blev inte av'],
] as const)('%s the careful transcript is not said to be done', (_when, passes, said) => {
  const words = listOf(...passes)
  expect(words).toContain(said)
  expect(words).not.toContain('Klart')
  expect(words).not.toContain('hörde samma sak')
})

test('when it is made and heard the same, it is done', () => {
  expect(listOf('done')).toMatch(/Klart.*hörde samma sak/s)
})
