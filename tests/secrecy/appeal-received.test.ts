import { afterEach, beforeEach, expect, test } from 'vitest'
import { findAppealReceived, writeAppeal } from '../../app/signing/appeal/appeal.ts'
import { closeAppeal, findReceivedAppeal, recordAppeal } from '../../app/signing/staff/appeal-received.ts'
import { askedFor } from '../support/asking.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf } from '../support/people.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { begin, later, loggedBy, record, requestOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const contact = 'elias/place-and-contact'
const october = new Date('2026-10-12T09:00:00+02:00')

let stories: Stories
let id: string

beforeEach(async () => {
  stories = await openStories()
  id = await requestOf(stories, contact, 'peter')
})

afterEach(() => stories.close())

const receipt = async () =>
  record(stories, (await begin(stories, 'peter', id, later))!, {
    when: later,
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })

const comeIn = (who: StaffKey, receivedOn: string, when = october) =>
  stories.asStaff(
    who,
    (tx) => recordAppeal(tx, { requestId: id, sender: 'party', way: 'post', receivedOn }),
    when,
  )

const close = (who: StaffKey, outcome: 'forwarded' | 'dismissed', outcomeOn = '2026-10-12') =>
  stories.asStaff(who, (tx) => closeAppeal(tx, { requestId: id, outcome, outcomeOn }), october)

test.each<[StaffKey, boolean]>([
  ['samira', true],
  ['jonas', true],
  ['mira', false],
  ['eva', false],
])('%s records that an appeal came in: %s', async (who, may) => {
  await receipt()
  expect(await comeIn(who, '2026-10-05')).toBe(may)
  expect(await loggedBy(stories, 'recordedAppeal')).toEqual(may ? [{ actor_id: idOf(who) }] : [])
  const seen = await stories.asStaff(who, (tx) => findReceivedAppeal(tx, id), october)
  expect(seen?.receivedOn).toBe(may ? '2026-10-05' : undefined)
})

test.each([
  ['the day before it was decided', '2026-09-13', false],
  ['the day it was decided', '2026-09-14', true],
  ['the last day', '2026-10-06', true],
  ['after the last day', '2026-10-07', true],
  ['tomorrow', '2026-10-13', false],
])('an appeal that came in on %s (%s) is recorded: %s', async (_, day, may) => {
  await receipt()
  expect(await comeIn('samira', day)).toBe(may)
})

test('an appeal is recorded once, and before there is any receipt too', async () => {
  expect(await comeIn('samira', '2026-10-05')).toBe(true)
  expect(await comeIn('samira', '2026-10-06')).toBe(false)
  expect(await loggedBy(stories, 'recordedAppeal')).toHaveLength(1)
})

test('staff get a day to pass it on by, as many days on as the municipality says, done when it is passed on', async () => {
  await receipt()
  await stories.owner.query('update municipality set appeal_forward_days = 3')
  await comeIn('samira', '2026-10-05')
  const days = () =>
    stories.asStaff('samira', (tx) =>
      tx
        .selectFrom('deadline')
        .where('kind', '=', 'appealForwarding')
        .select(['person_id', 'due_on', 'done_on'])
        .execute(),
    )
  expect(await days()).toEqual([{ person_id: idOf('peter'), due_on: '2026-10-08', done_on: null }])
  expect(await close('mira', 'forwarded')).toBe(false)
  expect(await close('samira', 'forwarded')).toBe(true)
  expect(await close('samira', 'forwarded')).toBe(false)
  expect(await days()).toEqual([{ person_id: idOf('peter'), due_on: '2026-10-08', done_on: '2026-10-12' }])
  expect(await loggedBy(stories, 'forwardedAppeal')).toEqual([{ actor_id: idOf('samira') }])
})

test.each([
  ['2026-10-06', 'dismissed', false],
  ['2026-10-07', 'dismissed', true],
  ['2026-10-07', 'forwarded', true],
] as const)('what came in on %s is %s: %s', async (day, outcome, may) => {
  await receipt()
  await comeIn('samira', day)
  expect(await close('samira', outcome)).toBe(may)
})

test('without a receipt no time has run out, so nothing is dismissed', async () => {
  await comeIn('samira', '2026-10-07')
  expect(await close('samira', 'dismissed')).toBe(false)
})

test.each([
  ['the day before it came in', '2026-10-04'],
  ['tomorrow', '2026-10-13'],
])('an appeal is not passed on %s', async (_, day) => {
  await receipt()
  await comeIn('samira', '2026-10-05')
  expect(await close('samira', 'forwarded', day)).toBe(false)
})

const told = (who: PersonKey) => stories.asPerson(who, (tx) => findAppealReceived(tx, id), october)

test('whoever appealed is told that it came in and what became of it, and writes no more', async () => {
  await receipt()
  expect(await told('peter')).toBeUndefined()
  await comeIn('samira', '2026-10-05', new Date('2026-10-05T12:00:00+02:00'))
  expect(await told('peter')).toEqual({ receivedOn: '2026-10-05', outcome: null, outcomeOn: null })
  expect(
    await stories.asPerson(
      'peter',
      (tx) => writeAppeal(tx, id, 'Mer text.'),
      new Date('2026-10-05T13:00:00+02:00'),
    ),
  ).toBe(false)
  await close('samira', 'forwarded')
  expect(await told('peter')).toEqual({
    receivedOn: '2026-10-05',
    outcome: 'forwarded',
    outcomeOn: '2026-10-12',
  })
})

test('nobody else learns that somebody has appealed', async () => {
  await receipt()
  const before = await everythingShown(stories, 'sara', october)
  await comeIn('samira', '2026-10-05')
  expect(await everythingShown(stories, 'sara', october)).toBe(before)
  await close('samira', 'forwarded')
  expect(await everythingShown(stories, 'sara', october)).toBe(before)
  expect(await told('sara')).toBeUndefined()
})

test('whoever has appealed is not asked to sign that they will not', async () => {
  await receipt()
  await comeIn('samira', '2026-09-15', later)
  await expect(
    askedFor(stories, 'samira', {
      documentId: storyId('document', contact),
      whom: 'peter',
      act: 'noAppeal',
      when: later,
    }),
  ).rejects.toThrow('whom')
})
