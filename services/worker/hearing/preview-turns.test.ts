import { expect, test } from 'vitest'
import { createEngineQueue } from './engine-queue'
import { createPreviewTurns } from './preview-turns'

const { signal } = new AbortController()

function turnsAt() {
  const time = { now: 0 }
  const queue = createEngineQueue(4)
  const engine = { answerMs: 400 }
  const turns = createPreviewTurns({ engine, engineQueue: queue, mostDelayMs: 500, clock: () => time.now })
  /** Whose work takes so many milliseconds. */
  const ask = (caller: string, ms = 0) =>
    turns.run(caller, signal, () => {
      time.now += ms
      return Promise.resolve(caller)
    })
  return { time, engine, queue, turns, ask }
}

test('previews come at most each one and a half second, and take at most a quarter of the time', async () => {
  const { time, ask } = turnsAt()
  expect(await ask('one', 400)).toBe('one')
  time.now = 1_899
  expect(await ask('one')).toBeNull()
  time.now = 1_900
  expect(await ask('one', 1_000)).toBe('one')
  time.now = 5_899
  expect(await ask('one')).toBeNull()
  time.now = 5_900
  expect(await ask('one')).toBe('one')
})

test('one that fails is followed by the same rest', async () => {
  const { time, turns, ask } = turnsAt()
  const failing = turns.run('one', signal, () => {
    time.now += 1_000
    return Promise.reject(new Error('timeout'))
  })
  await expect(failing).rejects.toThrow('timeout')
  time.now += 2_999
  expect(await ask('one')).toBeNull()
  time.now += 1
  expect(await ask('one')).toBe('one')
})

test('nothing is asked of an engine for which a phrase would have to wait longer than it may', async () => {
  const { engine, ask } = turnsAt()
  for (const answerMs of [Infinity, 501]) {
    engine.answerMs = answerMs
    expect(await ask('one')).toBeNull()
  }
  engine.answerMs = 500
  expect(await ask('one')).toBe('one')
})

test('who has waited longest comes next, and who no longer speaks is not waited for', async () => {
  const { time, ask } = turnsAt()
  expect(await ask('one')).toBe('one')
  time.now = 1_000
  expect([await ask('other'), await ask('one')]).toEqual([null, null])
  time.now = 2_000
  expect([await ask('one'), await ask('other')]).toEqual([null, 'other'])
  time.now = 2_500
  expect(await ask('third')).toBeNull()
  time.now = 6_000
  expect(await ask('other')).toBe('other')
})

test('nothing is asked while a phrase has the engine, and a phrase that comes calls it off', async () => {
  const { queue, turns, ask } = turnsAt()
  let over: () => void = () => undefined
  const phrase = queue.run('live', signal, () => new Promise<void>((done) => (over = done)))
  expect(await ask('one')).toBeNull()
  over()
  await phrase

  const calledOff = turns.run(
    'one',
    signal,
    (both) =>
      new Promise<void>((_, reject) => both.addEventListener('abort', () => reject(both.reason as Error))),
  )
  expect(await queue.run('final', signal, () => Promise.resolve('text'))).toBe('text')
  await expect(calledOff).rejects.toThrow('a phrase waits')
})
