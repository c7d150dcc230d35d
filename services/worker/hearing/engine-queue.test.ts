import { expect, test } from 'vitest'
import { createEngineQueue } from './engine-queue'

const { signal } = new AbortController()

test('live phrases go before the careful pass, otherwise in the order asked for', async () => {
  const queue = createEngineQueue(1)
  const order: string[] = []
  let open: () => void = () => undefined
  const held = queue.run('final', signal, () => new Promise<void>((done) => (open = done)))
  const waiting = [
    queue.run('final', signal, () => Promise.resolve(order.push('final'))),
    queue.run('live', signal, () => Promise.resolve(order.push('first live'))),
    queue.run('live', signal, () => Promise.resolve(order.push('second live'))),
  ]
  open()
  await Promise.all([held, ...waiting])

  expect(order).toEqual(['first live', 'second live', 'final'])
})

test('a task that fails makes room for the next', async () => {
  const queue = createEngineQueue(1)
  await expect(queue.run('live', signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no')

  expect(await queue.run('live', signal, () => Promise.resolve('yes'))).toBe('yes')
})

test('what is called off while it waits leaves its place, and is never run', async () => {
  const queue = createEngineQueue(1)
  const run: string[] = []
  const calledOff = new AbortController()
  let open: () => void = () => undefined
  const held = queue.run('live', signal, () => new Promise<void>((done) => (open = done)))
  const left = queue.run('live', calledOff.signal, () => Promise.resolve(run.push('left')))
  const next = queue.run('live', signal, () => Promise.resolve(run.push('next')))
  calledOff.abort(new Error('somebody speaks on'))
  await expect(left).rejects.toThrow('somebody speaks on')
  open()
  await Promise.all([held, next])

  expect(run).toEqual(['next'])
})
