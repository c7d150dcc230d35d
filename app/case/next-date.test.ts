import { expect, test } from 'vitest'
import { nextDateOf } from './next-date'

const followUp = { plannedOn: '2026-10-02', heldOn: null, isAhead: true }
const comment = { id: '1', kind: 'comment', dueOn: '2026-09-23', isMine: true, isLate: false }

test.each([
  ['the soonest of a follow-up and a deadline', [followUp], [comment], { kind: 'comment', on: '2026-09-23' }],
  ['a follow-up alone', [followUp], [], { kind: 'followUp', on: '2026-10-02' }],
  ['no follow-up that is held', [{ ...followUp, heldOn: '2026-10-02', isAhead: false }], [], null],
  ['nothing that is late', [], [{ ...comment, isLate: true }], null],
  ['nothing where nothing is planned', [], [], null],
])('the next date is %s', (_what, followUps, deadlines, next) => {
  expect(nextDateOf({ followUps, deadlines })).toEqual(next)
})
