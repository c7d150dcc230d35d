import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { book, facts, meeting, taking } from '../../tests/support/appointments.ts'
import { eliasCase, tindrasCase } from '../../tests/support/asked.ts'
import { idOf } from '../../tests/support/people.ts'
import { openStories, storyTime, type Stories } from '../../tests/support/stories.ts'
import { findOwnAppointment } from './own-appointments'
import { askForOtherTime, writePoint } from './own-words'
import {
  cancelAppointment,
  changeAppointment,
  planAppointment,
  type AppointmentFacts,
  type PlanFault,
} from './plan-appointment'
import { readStaffAppointment } from './staff-appointments'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const wednesday = meeting('tindra/wednesday')
const at = (moment: string) => new Date(moment)

const noticesOf = async (id: string) => {
  const { rows } = await stories.owner.query<{ kind: string; name: string; due: Date }>(
    `select n.kind, p.given_name as name, n.due_at as due from notice n join person p on p.id = n.person_id
      where n.appointment_id = $1 and n.municipality_id = p.municipality_id order by n.kind, p.given_name`,
    [id],
  )
  return rows
}

test.each<[PlanFault, Partial<AppointmentFacts>]>([
  ['past', { startsAt: at('2026-09-15T08:59:00+02:00'), endsAt: at('2026-09-15T10:00:00+02:00') }],
  ['end', { endsAt: at('2026-09-21T10:00:00+02:00') }],
  ['end', { endsAt: at('2026-09-22T10:00:01+02:00') }],
  ['far', { startsAt: at('2029-01-01T10:00:00+01:00'), endsAt: at('2029-01-01T11:00:00+01:00') }],
  ['shown', { shownFrom: at('2026-09-21T10:00:00+02:00') }],
  ['nobody', { persons: [] }],
  ['person', { persons: taking(['peter']) }],
  ['staff', { staff: [idOf('nils')] }],
  ['guarded', { guards: [`protected ${idOf('marie')}`] }],
])('%s: nothing is booked, and nobody told', async (fault, changed) => {
  const before = await count()
  const booked = await stories.asStaff('mira', (tx) =>
    planAppointment(tx, {
      caseId: tindrasCase,
      formKey: crypto.randomUUID(),
      facts: facts({ persons: taking(['tindra']), ...changed }),
    }),
  )
  expect(booked).toEqual({ id: null, fault })
  expect(await count()).toEqual(before)
})

test.each([
  ['on their last day', '2026-09-16', true],
  ['who has left', '2026-09-15', false],
])('a meeting with a colleague %s (employed until %s) is booked: %s', async (_who, until, isBooked) => {
  await stories.owner.query(
    `update staff_member set employed = daterange(lower(employed), $2) where id = $1`,
    [idOf('olle'), until],
  )
  const booked = await stories.asStaff('mira', (tx) =>
    planAppointment(tx, {
      caseId: tindrasCase,
      formKey: crypto.randomUUID(),
      facts: facts({ persons: taking(['tindra']), staff: [idOf('olle')] }),
    }),
  )
  expect(booked).toMatchObject(isBooked ? { fault: null } : { id: null, fault: 'staff' })
})

test('one form sent twice is one meeting, with one notice for each who takes part', async () => {
  const formKey = crypto.randomUUID()
  const send = () =>
    stories.asStaff('mira', (tx) =>
      planAppointment(tx, {
        caseId: tindrasCase,
        formKey,
        facts: facts({ persons: taking(['tindra'], ['marie']) }),
      }),
    )
  const [one, other] = await Promise.all([send(), send()])
  expect(one).toEqual(other)
  expect(await noticesOf(one!.id!)).toEqual([
    { kind: 'newAppointment', name: 'Marie', due: storyTime },
    { kind: 'newAppointment', name: 'Tindra', due: storyTime },
  ])
})

test('nobody books in a case that is not open to them', async () => {
  const booked = await stories.asStaff('olle', (tx) =>
    planAppointment(tx, {
      caseId: tindrasCase,
      formKey: crypto.randomUUID(),
      facts: facts({ persons: taking(['tindra']) }),
    }),
  )
  expect(booked).toBeNull()
})

const change = (id: string, seen: number, changed: Partial<AppointmentFacts>) =>
  stories.asStaff('mira', (tx) =>
    changeAppointment(tx, { id, seen, facts: facts({ persons: taking(['tindra']), ...changed }) }),
  )

test('whoever changes what a colleague has changed since is told so, and nothing is changed', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  expect(await change(id, 1, { place: 'Stora huset' })).toEqual({ fault: null })
  expect(await change(id, 1, { place: 'Gula villan' })).toEqual({ fault: 'changed' })
  expect(
    await stories.asStaff('samira', (tx) => cancelAppointment(tx, { id, seen: 1, reason: 'Sjuk' })),
  ).toEqual({ fault: 'changed' })
  expect(await stories.asStaff('mira', (tx) => readStaffAppointment(tx, id))).toMatchObject({
    place: 'Stora huset',
    state: 'planned',
    version: 2,
  })
})

test('another time moves it: who takes part is told, and whoever asked for it has an answer', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
  await stories.asPerson('tindra', (tx) =>
    askForOtherTime(tx, { appointmentId: id, id: crypto.randomUUID(), text: 'Efter tre' }),
  )
  await change(id, 1, {
    startsAt: at('2026-09-21T10:15:00+02:00'),
    reason: 'Så hinner du',
    persons: taking(['tindra'], ['marie']),
  })
  const own = await stories.asPerson('tindra', (tx) => findOwnAppointment(tx, tindrasCase, id))
  expect(own).toMatchObject({
    state: 'moved',
    earlierStart: at('2026-09-21T10:00:00+02:00'),
    reason: 'Så hinner du',
    sequence: 1,
    requests: [{ state: 'moved', answer: null }],
  })
  expect((await noticesOf(id)).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'movedAppointment Marie',
    'movedAppointment Tindra',
    'newAppointment Marie',
    'newAppointment Tindra',
  ])
})

test('another place is told to those who may know it, and is no other time', async () => {
  const id = await book(stories, 'samira', eliasCase, {
    persons: taking(['sara'], ['peter', { showsPlace: false }]),
  })
  const { rows: before } = await stories.owner.query(
    'select sequence, time_set_at from appointment where id = $1',
    [id],
  )
  await stories.asStaff('samira', (tx) =>
    changeAppointment(tx, {
      id,
      seen: 1,
      facts: facts({
        guards: [`protected ${idOf('sara')}`],
        place: 'Rum 9',
        persons: taking(['sara'], ['peter', { showsPlace: false }]),
      }),
    }),
  )
  const moved = (await noticesOf(id)).filter(({ kind }) => kind === 'movedAppointment')
  expect(moved.map(({ name }) => name)).toEqual(['Sara'])
  const { rows: after } = await stories.owner.query(
    'select sequence, time_set_at from appointment where id = $1',
    [id],
  )
  expect(after).toEqual(before)
})

test('a meeting that is called off before it was shown is told to nobody', async () => {
  const id = await book(stories, 'mira', tindrasCase, {
    persons: taking(['tindra']),
    shownFrom: at('2026-09-18T08:00:00+02:00'),
  })
  expect(await noticesOf(id)).toMatchObject([
    { kind: 'newAppointment', due: at('2026-09-18T08:00:00+02:00') },
  ])
  await stories.asStaff('mira', (tx) => cancelAppointment(tx, { id, seen: 1, reason: 'Sjuk' }))
  expect(await noticesOf(id)).toEqual([])
})

test('whoever is taken out of a meeting knows of it no more, and what they wrote is kept', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
  const point = { appointmentId: id, id: crypto.randomUUID(), text: 'Ett ord', hearers: 'everyone' as const }
  await stories.asPerson('marie', (tx) => writePoint(tx, point))
  await change(id, 1, {})
  const gone = await stories.asPerson('marie', (tx) => findOwnAppointment(tx, tindrasCase, id))
  expect(gone).toBeUndefined()
  const read = await stories.asStaff('mira', (tx) => readStaffAppointment(tx, id))
  expect(read?.points).toMatchObject([{ text: 'Ett ord' }])
})

test('every deed has its line in the log, by whoever did it', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  await stories.asPerson('tindra', (tx) =>
    writePoint(tx, { appointmentId: id, id: crypto.randomUUID(), text: 'Hej', hearers: 'everyone' }),
  )
  await change(id, 1, { startsAt: at('2026-09-21T10:30:00+02:00') })
  await stories.asStaff('samira', (tx) => cancelAppointment(tx, { id, seen: 2, reason: 'Sjuk' }))
  const { rows } = await stories.owner.query(
    'select action, actor_id from audit_event where appointment_id = $1 order by action',
    [id],
  )
  expect(rows).toEqual([
    { action: 'cancelledAppointment', actor_id: idOf('samira') },
    { action: 'movedAppointment', actor_id: idOf('mira') },
    { action: 'plannedAppointment', actor_id: idOf('mira') },
    { action: 'wrotePoint', actor_id: idOf('tindra') },
  ])
})

async function count() {
  const { rows } = await stories.owner.query<Record<string, string>>(
    `select (select count(*) from appointment) as meetings, (select count(*) from notice) as notices,
            (select count(*) from audit_event) as lines`,
  )
  return rows
}

test('a reading by staff is logged, and told to nobody', async () => {
  await stories.asStaff('mira', (tx) => readStaffAppointment(tx, wednesday))
  const { rows } = await stories.owner.query(
    `select action from audit_event where appointment_id = $1 and actor_id = $2`,
    [wednesday, idOf('mira')],
  )
  expect(rows).toEqual([{ action: 'readAppointment' }])
  const told = await stories.asPerson('tindra', (tx) =>
    sql`select from person_access_event where action = 'readAppointment'`.execute(tx),
  )
  expect(told.rows).toEqual([])
})
