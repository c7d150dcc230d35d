import { expect, test } from 'vitest'
import { createTurns } from './engine-queue'

test('live phrases go before the careful pass, otherwise in the order asked for', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  let open: () => void = () => undefined
  const held = turns.take('final', () => new Promise<void>((done) => (open = done)))
  const waiting = [
    turns.take('final', () => Promise.resolve(order.push('final'))),
    turns.take('live', () => Promise.resolve(order.push('first live'))),
    turns.take('live', () => Promise.resolve(order.push('second live'))),
  ]
  open()
  await Promise.all([held, ...waiting])

  expect(order).toEqual(['first live', 'second live', 'final'])
})

test('a task that fails gives its place to the next', async () => {
  const turns = createTurns(1)
  await expect(turns.take('live', () => Promise.reject(new Error('no')))).rejects.toThrow('no')

  expect(await turns.take('live', () => Promise.resolve('yes'))).toBe('yes')
})
