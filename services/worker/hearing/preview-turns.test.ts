import { expect, test } from 'vitest'
import { createEngineQueue } from './engine-queue'
import { createPreviewTurns } from './preview-turns'

const { signal } = new AbortController()

function turnsAt() {
  const time = { now: 0 }
  const queue = createEngineQueue(4)
  const turns = createPreviewTurns(queue, () => time.now)
  /** Whose work takes so many milliseconds. */
  const ask = (caller: string, ms = 0) =>
    turns.run(caller, signal, () => {
      time.now += ms
      return Promise.resolve(caller)
    })
  return { time, queue, turns, ask }
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

test('one that has no answer is followed by a longer and longer rest, until one has', async () => {
  const { time, turns, ask } = turnsAt()
  const fail = () => turns.run('one', signal, () => Promise.reject(new Error('a phrase waits')))
  for (const rest of [4_500, 9_000, 18_000, 36_000, 60_000, 60_000]) {
    await expect(fail()).rejects.toThrow('a phrase waits')
    time.now += rest - 1
    expect(await ask('one')).toBeNull()
    time.now += 1
  }
  expect(await ask('one', 100)).toBe('one')
  time.now += 1_500
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
