import { expect, test } from 'vitest'
import { createEngineQueue } from './engine-queue'

test('live phrases go before the careful pass, otherwise in the order asked for', async () => {
  const queue = createEngineQueue(1)
  const order: string[] = []
  let open: () => void = () => undefined
  const held = queue.run('final', () => new Promise<void>((done) => (open = done)))
  const waiting = [
    queue.run('final', () => Promise.resolve(order.push('final'))),
    queue.run('live', () => Promise.resolve(order.push('first live'))),
    queue.run('live', () => Promise.resolve(order.push('second live'))),
  ]
  open()
  await Promise.all([held, ...waiting])

  expect(order).toEqual(['first live', 'second live', 'final'])
})

test('a task that fails makes room for the next', async () => {
  const queue = createEngineQueue(1)
  await expect(queue.run('live', () => Promise.reject(new Error('no')))).rejects.toThrow('no')

  expect(await queue.run('live', () => Promise.resolve('yes'))).toBe('yes')
})
