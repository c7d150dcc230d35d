import { describe, expect, test } from 'vitest'
import type { CountedItem, ToldFigure } from './item-answers.ts'
import { tellItem } from './tell-item.ts'

const minimums = { fewest: 5, published: 10 }

const ease: CountedItem = {
  kind: 'choice',
  options: [
    { id: 'veryEasy', positive: true },
    { id: 'quiteEasy', positive: true },
    { id: 'quiteHard', positive: false },
    { id: 'veryHard', positive: false },
    { id: 'unsure', positive: null },
  ],
}
const better: CountedItem = {
  kind: 'choices',
  options: [
    { id: 'home', positive: true },
    { id: 'school', positive: true },
  ],
}

/** Answers in the order of the options: very easy, quite easy, quite hard, very hard, unsure. */
const unit = (roundId: string, counts: number[], item = ease, answered?: number) => ({
  roundId,
  answered: answered ?? counts.reduce((sum, count) => sum + count, 0),
  chosen: new Map(counts.map((count, place) => [item.options[place]!.id, count])),
})

/** "a: 20 of 30" and so on; ".." is hidden. */
function inWords(figures: readonly ToldFigure[]): string[] {
  return figures.map(({ roundId, option, answers, counted, leaning }) => {
    const name = [roundId ?? 'all', ...(option ? [option] : [])].join(' ')
    return `${name}: ${counted ?? leaning ?? '..'} of ${answers ?? '..'}`
  })
}

const told = async (...units: ReturnType<typeof unit>[]) => inWords(await tellItem(ease, units, minimums))
const toldOfOne = async (counts: number[], item = ease, answered?: number) =>
  inWords(
    (await tellItem(item, [unit('a', counts, item, answered)], minimums)).filter(({ roundId }) => roundId),
  )

describe('of one unit', () => {
  test.each<[string, number[], string[]]>([
    ['four answers tell nothing', [2, 1, 1, 0], []],
    ['five answers with both sides too few tell nothing', [2, 1, 1, 1], []],
    ['nine answers tell no number, but that most are positive', [4, 3, 1, 1], ['a: most of ..']],
    ['ten answers with four otherwise tell how many have answered', [3, 3, 4, 0], ['a: most of 10']],
    ['ten answers with five on each side tell both', [3, 2, 5, 0], ['a: 5 of 10']],
    ['answers outside the base do not count', [3, 2, 4, 0, 40], ['a: most of ..']],
    [
      'sides with enough in every answer are told whole',
      [12, 8, 6, 5],
      [
        'a: 20 of 31',
        'a veryEasy: 12 of 31',
        'a quiteEasy: 8 of 31',
        'a quiteHard: 6 of 31',
        'a veryHard: 5 of 31',
      ],
    ],
    [
      'an answer that few have given takes the other of its side with it',
      [12, 8, 8, 2],
      ['a: 20 of 30', 'a veryEasy: 12 of 30', 'a quiteEasy: 8 of 30'],
    ],
    [
      'a side that is too small takes one of the other side’s answers with it',
      [15, 12, 2, 1],
      ['a: most of 30', 'a veryEasy: 15 of 30'],
    ],
    ['all of one mind are said to be most of them', [30, 0, 0, 0], ['a: most of 30']],
    ['nobody of one mind are few', [0, 0, 20, 10], ['a: few of 30', 'a quiteHard: 20 of 30']],
  ])('%s', async (_rule, counts, expected) => {
    expect(await toldOfOne(counts)).toEqual(expected)
  })
})

test('what one unit tells is what all of the municipality tells', async () => {
  expect(await told(unit('a', [3, 2, 5, 0]))).toEqual(['a: 5 of 10', 'all: 5 of 10'])
})

describe('of two units and the municipality', () => {
  test('a unit that is too small takes the municipality’s number with it', async () => {
    expect(await told(unit('a', [2, 1, 1, 0]), unit('b', [12, 8, 6, 5]))).toEqual([
      'b: 20 of 31',
      'b veryEasy: 12 of 31',
      'b quiteEasy: 8 of 31',
      'b quiteHard: 6 of 31',
      'b veryHard: 5 of 31',
    ])
  })

  test('units with enough are told with their sum', async () => {
    const figures = await told(unit('a', [12, 8, 6, 5]), unit('b', [10, 10, 5, 5]))
    expect(figures).toContain('all: 40 of 61')
    expect(figures).toContain('all quiteHard: 11 of 61')
  })

  test('a side that is small in one of them cannot be had from the sum', async () => {
    expect(await told(unit('a', [12, 15, 2, 1]), unit('b', [10, 10, 8, 2]))).toEqual([
      'a: most of 30',
      'a quiteEasy: 15 of 30',
      'b: 20 of 30',
      'b veryEasy: 10 of 30',
      'b quiteEasy: 10 of 30',
      'all: .. of 60',
      'all quiteEasy: 25 of 60',
    ])
  })
})

test('of several answers each is told where enough have chosen it and enough have not', async () => {
  expect(await toldOfOne([12, 3], better, 20)).toEqual(['a: .. of 20', 'a home: 12 of 20'])
})

test('a question that nobody has answered tells nothing', async () => {
  expect(await told(unit('a', []))).toEqual([])
  expect(await told()).toEqual([])
})
