import { expect, test } from 'vitest'
import { finalPieces, type LiveSegment } from './final-pieces'
import { finalTexts } from './final-texts'
import type { SegmentWord } from './segment'

const segment = (
  number: number,
  start: number,
  end: number,
  text = '',
  words: SegmentWord[] = [],
): LiveSegment => {
  return { number, kind: 'speech', start, end, text, words }
}
const word = (text: string, start: number, p: number | null = null) => {
  return { text, start, end: start + 0.3, p }
}

test('phrases are joined to pieces of up to 28 seconds, noise and long silence left out', () => {
  const pieces = finalPieces([
    segment(1, 0, 10_000),
    { ...segment(2, 10_500, 12_000), kind: 'dropped' },
    segment(3, 12_500, 25_000),
    segment(4, 26_000, 34_000),
    segment(5, 60_000, 61_000),
  ])
  expect(pieces.map(({ segments }) => segments.map(({ number }) => number))).toEqual([[1, 3], [4], [5]])
})

test('words of the careful pass go to the phrase in which they were said, with the marks of its text', () => {
  const [piece] = finalPieces([
    segment(1, 1_000, 2_000, 'Hon heter Tindra.'),
    segment(2, 3_000, 4_000, 'Hon mår bra.'),
  ])
  const heard = {
    text: 'Hon heter Tyra. Hon mår bra.',
    words: [
      word('hon', 0.1),
      word('heter', 0.4),
      word('tyra', 0.7),
      word('hon', 2.1),
      word('mår', 2.4),
      word('bra', 2.7),
    ],
  }
  expect(finalTexts(piece!, heard)).toMatchObject([{ number: 1, text: 'Hon heter Tyra.' }])
})

test('a text that differs by case and punctuation alone is the same', () => {
  const [piece] = finalPieces([segment(1, 0, 2_000, 'hon mår bra')])

  expect(finalTexts(piece!, { text: 'Hon mår bra.', words: [] })).toEqual([])
})

test('a statement that has become a question is another text', () => {
  const [piece] = finalPieces([segment(1, 0, 2_000, 'Du kommer hem i dag.')])

  expect(finalTexts(piece!, { text: 'Du kommer hem i dag?', words: [] })).toMatchObject([{ number: 1 }])
})

test.each(['du kommer hem i dag', 'Ja, du kommer hem i dag'])(
  'an engine that writes no question marks takes none away: "%s"',
  (text) => {
    const [piece] = finalPieces([segment(1, 0, 2_000, `${text}?`)])

    expect(finalTexts(piece!, { text, words: [] })).toEqual([])
  },
)

test('a question mark is not taken away because the words of a longer piece have no marks', () => {
  const [piece] = finalPieces([
    segment(1, 1_000, 2_000, 'Kommer du hem?'),
    segment(2, 3_000, 4_000, 'Hon mår bra.'),
  ])
  const words = [word('kommer', 0.1), word('du', 0.4), word('hem', 0.7), word('hon', 2.1), word('mår', 2.4)]

  const texts = finalTexts(piece!, { text: 'Kommer du hem? Hon mår bra.', words })

  expect(texts.map(({ number }) => number)).toEqual([2])
})

test('words that the careful pass does not hear are not proposed for removal', () => {
  const [piece] = finalPieces([segment(1, 0, 2_000, 'Hon mår bra.')])

  expect(finalTexts(piece!, { text: '', words: [] })).toEqual([])
})

test.each([
  ['surer of it', 0.9, ['Hon heter Tyra.']],
  ['as sure of it', 0.6, ['Hon heter Tyra.']],
  ['less sure of it', 0.4, []],
  ['silent about it', null, ['Hon heter Tyra.']],
] as const)('another text is offered when the engine is not less sure: %s', (_what, sure, offered) => {
  const live = [word('Hon', 0, 0.6), word('heter', 400, 0.6), word('Tindra.', 800, 0.6)]
  const [piece] = finalPieces([segment(1, 0, 2_000, 'Hon heter Tindra.', live)])
  const words = [word('Hon', 0, sure), word('heter', 0.4, sure), word('Tyra.', 0.8, sure)]

  const texts = finalTexts(piece!, { text: 'Hon heter Tyra.', words })

  expect(texts.map(({ text }) => text)).toEqual(offered)
})

test('a text that has lost most of the words is not offered, however sure the engine is', () => {
  const [piece] = finalPieces([segment(1, 0, 4_000, 'Jag kommer att ringa till mamma på måndag.')])

  expect(finalTexts(piece!, { text: 'Dag.', words: [word('Dag.', 3, 0.99)] })).toEqual([])
})
