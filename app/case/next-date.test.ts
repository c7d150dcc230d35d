import { expect, test } from 'vitest'
import { nextDateOf } from './next-date'

const followUp = {
  plannedOn: '2026-10-02',
  heldOn: null,
  outcome: null,
  startsAt: '2026-10-02T13:30:00+00:00',
  place: 'Stora huset',
  isAhead: true,
}
const comment = { id: '1', kind: 'comment', dueOn: '2026-09-23', isMine: true, isLate: false }

test.each([
  [
    'the soonest of a follow-up and a deadline',
    [followUp],
    [comment],
    { kind: 'comment', on: '2026-09-23', startsAt: null, place: null },
  ],
  [
    'a follow-up alone',
    [followUp],
    [],
    { kind: 'followUp', on: '2026-10-02', startsAt: followUp.startsAt, place: followUp.place },
  ],
  ['no follow-up that is held', [{ ...followUp, heldOn: '2026-10-02', isAhead: false }], [], null],
  ['nothing that is late', [], [{ ...comment, isLate: true }], null],
  ['nothing where nothing is planned', [], [], null],
])('the next date is %s', (_what, followUps, deadlines, next) => {
  expect(nextDateOf({ followUps, deadlines })).toEqual(next)
})
