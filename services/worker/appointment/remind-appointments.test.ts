import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeAppointment } from '../../../app/appointment/plan-appointment.ts'
import { book, facts, taking } from '../../../tests/support/appointments.ts'
import { tindrasCase } from '../../../tests/support/asked.ts'
import { idOf, municipalityOf } from '../../../tests/support/people.ts'
import { openStories, type Stories } from '../../../tests/support/stories.ts'
import { remindAppointments } from './remind-appointments.ts'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const remind = (moment: string) =>
  remindAppointments({
    database: stories.database,
    now: () => new Date(moment),
    log: pino({ enabled: false }),
    signal: new AbortController().signal,
  })

async function reminded(id: string): Promise<string[]> {
  const { rows } = await stories.owner.query<{ name: string }>(
    `select p.given_name as name from notice n join person p on p.id = n.person_id and p.municipality_id = n.municipality_id
      where n.appointment_id = $1 and n.kind = 'appointmentReminder' order by n.appointment_start, 1`,
    [id],
  )
  return rows.map(({ name }) => name)
}

// On Monday 21 September at 10.
const monday = () => book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })

test('whoever takes part is reminded in the afternoon of the day before, once, however often it is asked', async () => {
  const id = await monday()
  await remind('2026-09-20T14:59:59+02:00')
  expect(await reminded(id)).toEqual([])
  await Promise.all([remind('2026-09-20T15:00:00+02:00'), remind('2026-09-20T15:00:00+02:00')])
  await remind('2026-09-20T16:00:00+02:00')
  expect(await reminded(id)).toEqual(['Marie', 'Tindra'])
})

test('however many have a meeting tomorrow, each is reminded, and soon after those who have been', async () => {
  const first = await monday()
  await stories.owner.query(
    `with more as (
       insert into appointment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'calendar_uid', gen_random_uuid(),
           'form_key', gen_random_uuid()))).* from appointment a, generate_series(1, 300) where a.id = $1 returning municipality_id, id)
     insert into appointment_participant
       select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'appointment_id', m.id))).*
         from more m, appointment_participant p where p.appointment_id = $1`,
    [first],
  )
  await remind('2026-09-20T15:00:00+02:00')
  const last = await monday()
  await remind('2026-09-20T15:05:00+02:00')
  const { rows } = await stories.owner.query(
    `select count(*)::int as count from notice where kind = 'appointmentReminder'`,
  )
  expect(rows).toEqual([{ count: 604 }])
  expect(await reminded(last)).toEqual(['Marie', 'Tindra'])
})

test('nobody is reminded of what has begun, is called off, or is not shown to them any more', async () => {
  const [begun, off, closed] = [await monday(), await monday(), await monday()]
  await stories.owner.query(`update appointment set state = 'cancelled', change_reason = 'x' where id = $1`, [
    off,
  ])
  await stories.owner.query(
    `update appointment_participant set removed_at = now() where appointment_id = $1`,
    [closed],
  )
  await remind('2026-09-21T10:00:00+02:00')
  expect(await reminded(begun)).toEqual([])
  await remind('2026-09-20T15:00:00+02:00')
  expect(await reminded(begun)).toHaveLength(2)
  expect([await reminded(off), await reminded(closed)]).toEqual([[], []])
})

test('whoever is shut out from the child meanwhile is not reminded, and the others are', async () => {
  const id = await monday()
  await stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     values ($1, $2, $3, '[2026-09-18,)', 'LVU 14 §', $4)`,
    [municipalityOf('marie'), idOf('tindra'), idOf('marie'), idOf('samira')],
  )
  await remind('2026-09-20T15:00:00+02:00')
  expect(await reminded(id)).toEqual(['Tindra'])
})

test('whoever was told of it that same afternoon is not reminded too', async () => {
  const id = await book(stories, 'mira', tindrasCase, {
    persons: taking(['tindra']),
    shownFrom: new Date('2026-09-20T15:30:00+02:00'),
  })
  await remind('2026-09-20T16:00:00+02:00')
  expect(await reminded(id)).toEqual([])
})

test('a meeting that is moved is reminded of again, the day before its new time', async () => {
  const id = await monday()
  await remind('2026-09-20T15:00:00+02:00')
  await stories.asStaff(
    'mira',
    (tx) =>
      changeAppointment(tx, {
        id,
        seen: 1,
        facts: facts({
          persons: taking(['tindra']),
          startsAt: new Date('2026-09-23T10:00:00+02:00'),
          endsAt: new Date('2026-09-23T11:00:00+02:00'),
        }),
      }),
    new Date('2026-09-20T15:10:00+02:00'),
  )
  await remind('2026-09-22T15:00:00+02:00')
  expect(await reminded(id)).toEqual(['Tindra'])
})
