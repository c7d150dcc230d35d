import { expect, test } from 'vitest'
import { phrasesOf } from './kept.ts'
import { saidNumbers, saidPhrases } from './said.ts'

const segment = (from: number, to: number, text: string) => ({ kind: 'speech', from, to, text })
const [first, second, third] = [1, 2, 3].map((number) =>
  segment(number * 3000 - 3000, number * 3000 - 1000, `Mening ${number}.`),
) as [Segment, Segment, Segment]
type Segment = ReturnType<typeof segment>
const counted = (segments: Segment[]) => phrasesOf(segments, saidNumbers(3))

test('a transcript with every phrase once has nothing lost and nothing doubled', () => {
  expect(counted([first, second, third])).toEqual({ written: 3, doubled: 0, lost: 0 })
})

test('a phrase that is not there is lost, and one that is there twice is doubled', () => {
  expect(counted([first, third])).toEqual({ written: 2, doubled: 0, lost: 1 })
  expect(counted([first, second, { ...second, from: 5000, to: 6000 }, third])).toMatchObject({ doubled: 1 })
})

test('a stretch that begins before the last one has ended is doubled, and so is one out of order', () => {
  expect(counted([first, { ...second, from: first.to - 1 }, third])).toMatchObject({ doubled: 1 })
  expect(counted([first, { ...third, from: 3000, to: 4000 }, { ...second, from: 4000 }])).toMatchObject({
    doubled: 1,
  })
})

test('the phrases of a clip are told by when they were said, whatever was written', async () => {
  const said = await saidPhrases('dictation')
  expect(said.phrases).toBe(5)
  expect(phrasesOf([segment(0, 20_000, 'Allt i ett.')], said)).toEqual({ written: 5, doubled: 0, lost: 0 })
  expect(phrasesOf([segment(0, 20_000, '')], said)).toMatchObject({ lost: 5 })
})
