import { afterEach, beforeEach, expect, test } from 'vitest'
import { askForOtherTime, writePoint } from '../../app/appointment/own-words.ts'
import {
  cancelAppointment,
  changeAppointment,
  holdAppointment,
} from '../../app/appointment/plan-appointment.ts'
import { answerTimeRequest, notePoint } from '../../app/appointment/staff-appointments.ts'
import type { StaffTx } from '../../db/connect.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { book, facts, taking } from '../support/appointments.ts'
import { tindrasCase } from '../support/asked.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
let id: string
const requestId = crypto.randomUUID()
const [open, secret] = [crypto.randomUUID(), crypto.randomUUID()]

beforeEach(async () => {
  stories = await openStories()
  id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  await stories.asPerson('tindra', async (tx) => {
    await writePoint(tx, { appointmentId: id, id: open, text: 'För alla', hearers: 'everyone' })
    await writePoint(tx, { appointmentId: id, id: secret, text: 'För Mira', hearers: 'caseworkerOnly' })
    await askForOtherTime(tx, { appointmentId: id, id: requestId, text: 'Efter tre' })
  })
})
afterEach(() => stories.close())

const begun = new Date('2026-09-21T10:30:00+02:00')
const rows = async () =>
  (
    await stories.owner.query(
      `select a.version, a.state, a.place, (select count(*) from audit_event) as lines, (select count(*) from notice) as notices,
              (select count(*) from appointment_point where outcome is not null) as settled,
              (select count(*) from appointment_change_request where answer is not null) as answered
         from appointment a where a.id = $1`,
      [id],
    )
  ).rows as unknown[]

const deeds: [string, (tx: StaffTx) => Promise<unknown>][] = [
  [
    'changes',
    (tx) =>
      changeAppointment(tx, {
        id,
        seen: 1,
        facts: facts({ place: 'Gula villan', persons: taking(['tindra']) }),
      }),
  ],
  ['calls off', (tx) => cancelAppointment(tx, { id, seen: 1, reason: 'Sjuk' })],
  ['says that they met in', (tx) => holdAppointment(tx, { id, seen: 1 })],
  ['settles a point of', (tx) => notePoint(tx, { id, pointId: open, outcome: 'talkedAbout', words: null })],
  ['answers about the time of', (tx) => answerTimeRequest(tx, { id, requestId, words: 'Det går bra.' })],
]
const staff: [StaffKey, boolean][] = [
  ['mira', true],
  ['samira', true],
  ['jonas', true],
  ['olle', false],
  ['hanna', false],
  ['eva', false],
  ['nils', false],
]

test.each(deeds.flatMap(([what, deed]) => staff.map(([who, may]) => ({ who, what, may, deed }))))(
  '$who $what a meeting of Tindra’s: $may',
  async ({ who, may, deed }) => {
    const before = await rows()
    const became = await stories.asStaff(who, deed, begun)
    if (may) {
      expect(became).not.toBeNull()
      expect(await rows()).not.toEqual(before)
    } else {
      expect(became).toBeNull()
      expect(await rows()).toEqual(before)
    }
  },
)

test.each<[StaffKey, 'kept' | null]>([
  ['mira', 'kept'],
  ['samira', 'kept'],
  ['jonas', null],
  ['olle', null],
])('a point for the caseworker alone is settled by %s: %s', async (who, became) => {
  const settle = (pointId: string) =>
    stories.asStaff(who, (tx) => notePoint(tx, { id, pointId, outcome: 'talkedAbout', words: null }), begun)
  expect(await settle(secret)).toBe(became)
})
