import { expect, test } from 'vitest'
import { createFairTurns } from './fair-queue.ts'

const { signal } = new AbortController()

/** A task that ends when it is told to, and notes when it begins. */
function gate(name: string, begun: string[]) {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const task = () => {
    begun.push(name)
    return ended
  }
  return { task, end: () => end() }
}

test('tasks run one at a time, each caller in turn', async () => {
  const turns = createFairTurns()
  const begun: string[] = []
  const tasks = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => ({ name, ...gate(name, begun) }))
  const all = tasks.map(({ name, task }) => turns.take(name[0]!, signal, task))
  expect(begun).toEqual(['a1'])
  expect(turns.waiting).toBe(6)

  tasks.forEach(({ end }) => end())
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  expect(turns.waiting).toBe(0)
})

test('whoever leaves is taken out of the line and runs nothing', async () => {
  const turns = createFairTurns()
  const begun: string[] = []
  const first = gate('first', begun)
  const gone = new AbortController()
  const running = turns.take('a', signal, first.task)
  const left = turns.take('a', gone.signal, gate('left', begun).task)
  const last = turns.take('a', signal, () => Promise.resolve('last'))

  gone.abort(new Error('hung up'))
  await expect(left).rejects.toThrow('hung up')
  expect(turns.waiting).toBe(1)
  first.end()
  await running
  await expect(last).resolves.toBe('last')
  expect(begun).toEqual(['first'])
})

test('a task that fails does not stop the line', async () => {
  const turns = createFairTurns()
  const failing = turns.take('a', signal, () => Promise.reject(new Error('broken')))
  const next = turns.take('a', signal, () => Promise.resolve(1))
  await expect(failing).rejects.toThrow('broken')
  await expect(next).resolves.toBe(1)
})

test('whoever has already left never enters', async () => {
  const turns = createFairTurns()
  await expect(
    turns.take('a', AbortSignal.abort(new Error('gone')), () => Promise.resolve(1)),
  ).rejects.toThrow('gone')
})
