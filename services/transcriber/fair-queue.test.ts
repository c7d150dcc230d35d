import { expect, test } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

const { signal } = new AbortController()

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
  const queue = createFairQueue()
  const begun: string[] = []
  const tasks = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => ({ name, ...gate(name, begun) }))
  const all = tasks.map(({ name, task }) => queue.run(name[0]!, signal, task))
  expect(begun).toEqual(['a1'])
  expect(queue.waiting).toBe(6)

  tasks.forEach(({ end }) => end())
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  expect(queue.waiting).toBe(0)
})

test('a caller who hangs up is removed from the queue and runs nothing', async () => {
  const queue = createFairQueue()
  const begun: string[] = []
  const first = gate('first', begun)
  const gone = new AbortController()
  const running = queue.run('a', signal, first.task)
  const left = queue.run('a', gone.signal, gate('left', begun).task)
  const last = queue.run('a', signal, () => Promise.resolve('last'))

  gone.abort(new Error('hung up'))
  await expect(left).rejects.toThrow('hung up')
  expect(queue.waiting).toBe(1)
  first.end()
  await running
  await expect(last).resolves.toBe('last')
  expect(begun).toEqual(['first'])
})

test('a task that fails does not stop the queue', async () => {
  const queue = createFairQueue()
  const failing = queue.run('a', signal, () => Promise.reject(new Error('broken')))
  const next = queue.run('a', signal, () => Promise.resolve(1))
  await expect(failing).rejects.toThrow('broken')
  await expect(next).resolves.toBe(1)
})

test('a caller who has already hung up is refused', async () => {
  const queue = createFairQueue()
  await expect(
    queue.run('a', AbortSignal.abort(new Error('gone')), () => Promise.resolve(1)),
  ).rejects.toThrow('gone')
})
