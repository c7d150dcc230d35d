import { expect, test } from 'vitest'
import { WaitingLine } from './waiting-line'

/** Work that is under way until it is told to end, and the order in which it began. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()
  const work = (name: string) => () =>
    new Promise<void>((resolve, reject) => {
      begun.push(name)
      ends.set(name, { resolve, reject })
    })
  return { begun, work, end: (name: string) => ends.get(name)! }
}

test('a few are done at once, and the others one by one as those end, failed or not', async () => {
  const line = new WaitingLine({ atOnce: 2, mostWaiting: 2 })
  const { begun, work, end } = works()
  const all = ['a', 'b', 'c', 'd'].map((name) => line.take(work(name)))
  const failed = expect(all[1]).rejects.toThrow('b')
  expect(begun).toEqual(['a', 'b'])
  end('b').reject(new Error('b'))
  await failed
  expect(begun).toEqual(['a', 'b', 'c'])
  end('a').resolve()
  await all[0]
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  for (const name of ['c', 'd']) end(name).resolve()
  await Promise.all([all[2], all[3]])
  const again = [line.take(work('e')), line.take(work('f'))]
  expect(begun.slice(4)).toEqual(['e', 'f'])
  for (const name of ['e', 'f']) end(name).resolve()
  await Promise.all(again)
})

test('it is full when as many wait as there is room for, and not before or after', async () => {
  const line = new WaitingLine({ atOnce: 1, mostWaiting: 1 })
  const { work, end } = works()
  const first = line.take(work('a'))
  expect(line.isFull).toBe(false)
  const second = line.take(work('b'))
  expect(line.isFull).toBe(true)
  end('a').resolve()
  await first
  expect(line.isFull).toBe(false)
  end('b').resolve()
  await second
})
