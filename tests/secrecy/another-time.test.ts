import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOwnAppointment } from '../../app/appointment/own-appointments.ts'
import { askForOtherTime, writePoint } from '../../app/appointment/own-words.ts'
import { cancelAppointment } from '../../app/appointment/plan-appointment.ts'
import { answerTimeRequest } from '../../app/appointment/staff-appointments.ts'
import { listWaiting } from '../../app/case/staff/today-waiting.ts'
import { findUnitQuestions } from '../../app/case/staff/unit-questions.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { book, taking } from '../support/appointments.ts'
import { tindrasCase } from '../support/asked.ts'
import { goAway } from '../support/asked-question.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'
import { untilItHangs } from '../support/until-it-hangs.ts'

// Tuesday 15 September. The municipality answers within three working days.
let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const onMonday = {
  startsAt: new Date('2026-09-21T10:00:00+02:00'),
  endsAt: new Date('2026-09-21T11:00:00+02:00'),
}
const tomorrow = {
  startsAt: new Date('2026-09-16T10:00:00+02:00'),
  endsAt: new Date('2026-09-16T11:00:00+02:00'),
}
const shownFrom = new Date('2026-09-14T09:00:00+02:00')

async function asked(when: { startsAt: Date; endsAt: Date }) {
  const id = await book(stories, 'mira', tindrasCase, { ...when, shownFrom, persons: taking(['tindra']) })
  const requestId = crypto.randomUUID()
  const became = await stories.asPerson('tindra', (tx) =>
    askForOtherTime(tx, { appointmentId: id, id: requestId, text: 'Efter tre' }),
  )
  expect(became).toBe('kept')
  return { id, requestId }
}
const seen = async (id: string, now = storyTime) =>
  (await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, id), now))!.requests
const waiting = async (who: StaffKey, now = storyTime) =>
  (await stories.asStaff(who, (tx) => listWaiting(tx), now)).filter(({ what }) => what === 'timeRequest')

test.each([
  ['the day that is promised', onMonday, '2026-09-18'],
  ['the day of the meeting, which comes before', tomorrow, '2026-09-16'],
])('whoever asks for another time is told %s', async (_what, when, answerBy) => {
  const { id } = await asked(when)
  expect(await seen(id)).toMatchObject([{ state: 'asked', answerBy, isLate: false }])
})

test('where no day is promised none is told', async () => {
  await stories.owner.query('delete from message_rule')
  const { id } = await asked(onMonday)
  expect(await seen(id)).toMatchObject([{ answerBy: null, isLate: false }])
})

test.each<[string, StaffKey, StaffKey[]]>([
  ['who has the case', 'mira', []],
  ['the deputy while the lead is away', 'samira', ['mira']],
  ['the leader of the unit while both are away', 'jonas', ['mira', 'samira']],
])('another time waits for %s', async (_who, answers, away) => {
  const { id, requestId } = await asked(onMonday)
  for (const each of away) await goAway(stories, each, '2026-09-15', '2026-10-02')
  for (const who of ['mira', 'samira', 'jonas'] as const)
    expect([who, (await waiting(who)).map((row) => row.id)]).toEqual([
      who,
      who === answers ? [requestId] : [],
    ])
  const told = (await waiting(answers)).map((row) => ({ ...row, meetsAt: new Date(row.meetsAt!) }))
  expect(told).toMatchObject([
    {
      appointmentId: id,
      fromName: 'Tindra Ek',
      answerBy: '2026-09-18',
      daysLeft: 3,
      meetsAt: onMonday.startsAt,
    },
  ])
})

test('what is late is told to the asker and to the leader of the unit, until it is answered', async () => {
  const { id, requestId } = await asked(onMonday)
  const late = new Date('2026-09-19T08:00:00+02:00')
  const ofUnit = async (now: Date) => (await stories.asStaff('jonas', findUnitQuestions, now))!.late
  expect(await ofUnit(new Date('2026-09-18T23:00:00+02:00'))).toEqual([])
  expect(await seen(id, late)).toMatchObject([{ isLate: true }])
  expect(await ofUnit(late)).toMatchObject([
    {
      id: requestId,
      what: 'timeRequest',
      appointmentId: id,
      answerBy: '2026-09-18',
      daysLeft: -1,
      answerer: 'Mira',
    },
  ])
  await stories.asStaff(
    'mira',
    (tx) => answerTimeRequest(tx, { id, requestId, words: 'Vi ringer dig.' }),
    late,
  )
  expect(await seen(id, late)).toMatchObject([{ isLate: false }])
  expect(await ofUnit(late)).toEqual([])
  expect(await waiting('mira', late)).toEqual([])
})

type Writing = 'another time' | 'a point'
const write = (id: string, what: Writing) =>
  stories.asPerson('tindra', (tx) =>
    what === 'a point'
      ? writePoint(tx, { appointmentId: id, id: crypto.randomUUID(), text: 'En sak', hearers: 'everyone' })
      : askForOtherTime(tx, { appointmentId: id, id: crypto.randomUUID(), text: 'Efter tre' }),
  )

test.each<Writing>(['another time', 'a point'])(
  'of a meeting that is called off in the same moment %s is not kept: it says that it is too late',
  async (what) => {
    const id = await book(stories, 'mira', tindrasCase, {
      ...onMonday,
      shownFrom,
      persons: taking(['tindra']),
    })
    let written: Promise<unknown> | undefined
    await stories.asStaff('mira', async (tx) => {
      expect(await cancelAppointment(tx, { id, seen: 1, reason: 'Jag är sjuk.' })).toEqual({ fault: null })
      written = write(id, what)
      await untilItHangs(stories, what === 'a point' ? 'person_write_point' : 'person_ask_for_other_time')
    })
    expect(await written).toBe('begun')
  },
)
