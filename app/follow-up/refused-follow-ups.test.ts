import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase, eliasCase, tindrasCase } from '../../tests/support/asked'
import {
  countFollowUps,
  held,
  missed,
  plannedFollowUp as planned,
  tindrasGoal,
} from '../../tests/support/follow-up-input'
import { idOf } from '../../tests/support/people'
import { openStories, type Stories } from '../../tests/support/stories'
import { recordFollowUp, type NewFollowUp } from './record-follow-up'

const [tindra, peter] = [idOf('tindra'), idOf('peter')]
const goalOfAlva = storyId('plan_goal', 'alva/plan 2 1')
const reached = {
  progress: 'reached' as const,
  childView: null,
  guardianView: null,
  providerView: null,
  assessment: null,
}
const notHeld = missed()

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const record = (who: StaffKey, input: NewFollowUp) => stories.asStaff(who, (tx) => recordFollowUp(tx, input))

test.each<[string, Partial<NewFollowUp>, string]>([
  ['held tomorrow', { heldOn: '2026-09-16' }, 'day'],
  ['held before the case was opened', { heldOn: '2020-01-01' }, 'day'],
  ['held on no day', { heldOn: null }, 'day'],
  ['with somebody who is not of the case', { persons: [tindra, peter] }, 'person'],
  ['with somebody who does not exist', { persons: [randomUUID()] }, 'person'],
  ['with nobody', { persons: [], providers: [] }, 'nobody'],
  ['with a goal of another case', { goals: [{ ...reached, goalId: goalOfAlva }] }, 'goal'],
  ['with a goal that does not exist', { goals: [{ ...reached, goalId: randomUUID() }] }, 'goal'],
  ['with the next one in the past', { next: { on: '2026-09-14', at: null, place: null } }, 'next'],
  ['with the next one the same day', { next: { on: '2026-09-15', at: null, place: null } }, 'next'],
  ['with the next one in a hundred years', { next: { on: '2126-09-15', at: null, place: null } }, 'next'],
  ['moved to no day', { ...notHeld, outcome: 'moved' }, 'next'],
  ['not held for no reason', { ...notHeld, reason: null }, 'reason'],
  ['not held and yet with somebody there', { ...notHeld, persons: [tindra] }, 'outcome'],
  ['not held and never planned', { ...notHeld, followUpId: null }, 'which'],
])('one %s is not kept', async (_what, changes, fault) => {
  const before = await countFollowUps(stories)
  expect(await record('mira', held(changes))).toEqual({ fault })
  expect(await countFollowUps(stories)).toEqual(before)
})

test.each<[string, Partial<NewFollowUp>]>([
  ['a view', { goals: [{ ...reached, goalId: tindrasGoal, childView: 'x'.repeat(2001) }] }],
  ['a reason', { ...notHeld, reason: 'x'.repeat(1001) }],
  ['a place', { next: { on: '2026-12-01', at: null, place: 'x'.repeat(201) } }],
  ['a name', { providers: [{ name: 'x'.repeat(101), role: 'lärare' }] }],
])('the database keeps no %s that is too long', async (_what, changes) => {
  await expect(record('mira', held(changes))).rejects.toThrow(/check constraint/)
})

test.each<[StaffKey, string, string]>([
  ['olle', tindrasCase, planned],
  ['hanna', tindrasCase, planned],
  ['eva', tindrasCase, planned],
  ['nils', tindrasCase, planned],
  ['mira', eliasCase, planned],
  ['mira', alvasCase, planned],
  ['mira', tindrasCase, storyId('follow_up', 'EK-2026-0098 2026-05-19')],
  ['mira', randomUUID(), planned],
])('for %s there is no such follow-up to record', async (who, caseId, followUpId) => {
  const before = await countFollowUps(stories)
  expect(await record(who, held({ caseId, followUpId }))).toBeNull()
  expect(await countFollowUps(stories)).toEqual(before)
})
