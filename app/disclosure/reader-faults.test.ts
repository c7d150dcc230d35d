import { expect, test } from 'vitest'
import { readerFaults } from './reader-faults'
import type { ReaderValues } from './reader-form'

const now = new Date('2026-09-15T07:00:00Z')
const grounds = ['OSL 26:1', 'OSL 12:3']
const grounded = { ground: 'OSL 12:3', harm: 'Det kan skada.', reviewOn: '2026-12-01' }

const faultsOf = (changes: Partial<ReaderValues>) => {
  const values: ReaderValues = {
    personId: '',
    level: '',
    title: '',
    text: '',
    ground: '',
    harm: '',
    reviewOn: '',
    groundTold: false,
    day: '',
    time: '',
    seen: [],
    decidedAt: '',
    textMark: '',
    ...changes,
  }
  return readerFaults(values, { grounds, now }).map(({ fault }) => fault)
}

test.each([
  ['nothing chosen', {}, ['noLevel']],
  ['everything', { level: 'full' }, []],
  ['less without reasons', { level: 'withheld' }, ['noGround', 'noHarm', 'noReviewDay']],
  ['less with reasons', { level: 'withheld', ...grounded }, []],
  ['a ground the law does not have', { level: 'later', ...grounded, ground: 'OSL 1:1' }, ['noGround']],
  ['a day that has been', { level: 'later', ...grounded, reviewOn: '2026-09-14' }, ['pastReviewDay']],
  ['a part without its words', { level: 'partial', ...grounded }, ['noTitle', 'noText']],
  ['a title without words', { level: 'title', ...grounded }, ['noTitle']],
  ['a title', { level: 'title', title: 'Möte', ...grounded }, []],
  ['a later moment', { level: 'full', day: '2026-09-20', time: '' }, []],
  ['a moment that has been', { level: 'full', day: '2026-09-15', time: '08:00' }, ['pastMoment']],
  ['no moment', { level: 'full', day: 'snart', time: '' }, ['noMoment']],
  ['words beyond measure', { level: 'withheld', ...grounded, harm: 'x'.repeat(2001) }, ['tooLong']],
] satisfies [string, Partial<ReaderValues>, string[]][])('a decision of %s', (_what, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults)
})
