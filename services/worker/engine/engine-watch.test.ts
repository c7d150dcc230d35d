import { afterEach, expect, test } from 'vitest'
import { AsrError, type AsrEngine, type AsrFailure } from './asr'
import { watchEngine, type EngineState, type EngineWatch } from './engine-watch'

const request = {
  pcm: new Float32Array(1),
  prompt: null,
  purpose: 'live',
  caller: 'c',
  signal: new AbortController().signal,
} as const
const until = { timeout: 300_000, interval: 5 }
const watches: EngineWatch[] = []

afterEach(() => watches.splice(0).forEach((watch) => watch.end()))

function watched(failure: AsrFailure | null = null) {
  const fault = { failure }
  const time = { now: 0, answerMs: 0 }
  const engine: AsrEngine = {
    transcribe: () => {
      time.now += time.answerMs
      if (fault.failure) return Promise.reject(new AsrError(fault.failure, 'test'))
      return Promise.resolve({ text: 'Hej.', segments: [], words: [], dropped: [], model: 'm' })
    },
    loadingProgress: () => Promise.resolve(0.62),
  }
  const changes: EngineState[] = []
  const options = { clock: () => time.now, waitMs: { first: 10, longest: 20 } }
  const watch = watchEngine(engine, { ...options, onChange: (state) => changes.push(state) })
  watches.push(watch)
  return { fault, time, watch, changes }
}

test('an engine counts as loading until it has written down a clip of speech', async () => {
  const { watch } = watched()
  expect(watch.state.problem).toBe('engineLoading')
  await watch.ready()
  expect(watch.state.problem).toBeNull()
})

test('how long the engine takes is what the last phrase took, or a preview that took longer since', async () => {
  const { time, watch } = watched()
  expect(watch.answerMs).toBe(Infinity)
  await watch.ready()
  const took = async (purpose: 'live' | 'final' | 'preview', answerMs: number) => {
    time.answerMs = answerMs
    await watch.transcribe({ ...request, purpose })
    return watch.answerMs
  }
  expect(await took('live', 300)).toBe(300)
  expect(await took('preview', 100)).toBe(300)
  expect(await took('preview', 2_000)).toBe(2_000)
  expect(await took('final', 10)).toBe(2_000)
  expect(await took('live', 200)).toBe(200)
})

test('after three failures in a minute the engine counts as away, and is tested until it answers', async () => {
  const { fault, watch, changes } = watched()
  await watch.ready()
  fault.failure = 'unreachable'
  await expect(watch.transcribe(request)).rejects.toThrow('unreachable')
  await expect.poll(() => watch.state.problem, until).toBe('engineAway')

  fault.failure = null
  await watch.ready()
  expect(changes.map(({ problem }) => problem)).toEqual([null, 'engineAway', null])
})

test('while a model is downloaded the state says how much of it is there', async () => {
  const { watch } = watched('loading')
  await expect.poll(() => watch.state, until).toEqual({ problem: 'engineLoading', progress: 0.62 })
})

test('a missing model is reported at once', async () => {
  const { watch } = watched('model_missing')
  await expect.poll(() => watch.state.problem, until).toBe('modelMissing')
})

test('sound that an engine cannot read does not count against the engine', async () => {
  const { fault, watch } = watched()
  await watch.ready()
  fault.failure = 'bad_audio'
  for (let i = 0; i < 4; i++) await expect(watch.transcribe(request)).rejects.toThrow('bad_audio')
  expect(watch.state.problem).toBeNull()
})
