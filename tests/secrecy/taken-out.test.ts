import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOwnAppointment } from '../../app/appointment/own-appointments.ts'
import { cancelAppointment } from '../../app/appointment/plan-appointment.ts'
import { findTakenOut } from '../../app/appointment/taken-out.ts'
import { people, type PersonKey } from '../../db/seed/people.ts'
import { book, change, takeOut, taking } from '../support/appointments.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// A meeting of Tindra and Marie, on Monday 21 September 2026 at 10, that Marie is taken out of.
let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const at = (moment: string) => new Date(moment)
const ten = at('2026-09-21T10:00:00+02:00')

const toldTo = (who: PersonKey, id: string, when = storyTime) =>
  stories.asPerson(who, (tx) => findTakenOut(tx, tindrasCase, id), when)

/** Whether a notice of it would be sent. Null where there is none. */
async function noticedBy(who: PersonKey, id: string, when = storyTime): Promise<boolean | null> {
  const { rows } = await stories.owner.query<{ is: boolean }>(
    `select notice_is_readable(n, $3) as is from notice n
      where n.appointment_id = $1 and n.person_id = $2 and n.kind = 'takenOutOfAppointment'`,
    [id, idOf(who), when],
  )
  return rows[0]?.is ?? null
}

const protect = (who: PersonKey, valid = '[2026-09-15,)') =>
  stories.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source)
     values ($1, $2, 'confidentialityMarking', $3, 'OSL 22 kap. 1 §')`,
    [municipalityOf(who), idOf(who), valid],
  )
const shutOut = (who: PersonKey, child: PersonKey) =>
  stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
    [municipalityOf(who), idOf(child), idOf(who), idOf('samira')],
  )

test('whoever is taken out is told that their time is theirs no more, and nothing else', async () => {
  const id = await takeOut(stories)
  const told = await toldTo('marie', id)
  expect(told).toMatchObject({ caseId: tindrasCase, startsAt: ten })
  expect(Object.keys(told!)).toEqual(['caseId', 'startsAt', 'caseworkers'])
  expect(await noticedBy('marie', id)).toBe(true)
  const shown = await everythingShown(stories, 'marie')
  expect(shown).toContain(id)
  expect(shown).not.toContain('Biblioteket')
})

test('nobody else is told, neither who stays nor who never took part', async () => {
  const id = await takeOut(stories)
  for (const who of Object.keys(people) as PersonKey[]) {
    if (who === 'marie') continue
    expect(await toldTo(who, id), who).toBeUndefined()
    expect(await noticedBy(who, id), who).toBeNull()
  }
  const found = await stories.asPerson('marie', (tx) => findTakenOut(tx, eliasCase, id))
  expect(found).toBeUndefined()
})

type Change = Parameters<typeof change>[2]

test.each<[string, Change, Change, string]>([
  [
    'they had not been told of it',
    { shownFrom: at('2026-09-18T08:00:00+02:00') },
    { shownFrom: at('2026-09-18T08:00:00+02:00') },
    '2026-09-16T09:00:00+02:00',
  ],
  [
    'they had not been told of it, and it is shown by the same change',
    { shownFrom: at('2026-09-18T08:00:00+02:00') },
    {},
    '2026-09-16T09:00:00+02:00',
  ],
  ['it has begun', {}, {}, '2026-09-21T10:00:00+02:00'],
])('nothing is told where %s', async (_why, booked, changed, moment) => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']), ...booked })
  await change(stories, id, { persons: taking(['tindra']), ...changed }, at(moment))
  expect(await toldTo('marie', id, at(moment))).toBeUndefined()
  expect(await noticedBy('marie', id, at(moment))).toBeNull()
})

const guards: [string, () => Promise<unknown>][] = [
  ['the details of somebody in the case are protected', () => protect('tindra')],
  ['they are protected themselves', () => protect('marie')],
  ['they are shut out from the child', () => shutOut('marie', 'tindra')],
  ['somebody else is shut out from the child', () => shutOut('peter', 'tindra')],
]

test.each(guards)('where %s it is to them as if there had been no meeting', async (_why, begin) => {
  await begin()
  const before = await everythingShown(stories, 'marie')
  const id = await takeOut(stories)
  expect(await everythingShown(stories, 'marie')).toBe(before)
  expect(await noticedBy('marie', id)).toBeNull()
})

test.each(guards)('the day %s, what was told is told no more, and no notice is sent', async (_why, begin) => {
  const before = await everythingShown(stories, 'marie')
  const id = await takeOut(stories)
  expect(await everythingShown(stories, 'marie')).not.toBe(before)
  await begin()
  expect(await toldTo('marie', id)).toBeUndefined()
  expect(await noticedBy('marie', id)).toBe(false)
})

test('when a protection ends, nothing comes up of what was not told while it lasted', async () => {
  await protect('tindra', '[2026-09-15,2026-09-17)')
  const id = await takeOut(stories)
  const later = at('2026-09-18T09:00:00+02:00')
  expect(await toldTo('marie', id, later)).toBeUndefined()
  expect(await noticedBy('marie', id, later)).toBeNull()
})

test('of a meeting that is moved by the same change the time that they knew is told, never the new one', async () => {
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
  const times = { startsAt: at('2026-09-22T13:00:00+02:00'), endsAt: at('2026-09-22T14:00:00+02:00') }
  await change(stories, id, { ...times, persons: taking(['tindra']) })
  expect(await toldTo('marie', id)).toMatchObject({ startsAt: ten })
})

test('what becomes of the meeting afterwards is not theirs to know', async () => {
  const id = await takeOut(stories)
  const before = await everythingShown(stories, 'marie')
  const times = { startsAt: at('2026-09-22T13:00:00+02:00'), endsAt: at('2026-09-22T14:00:00+02:00') }
  await change(stories, id, { ...times, persons: taking(['tindra']), reason: 'Skolan slutar sent' })
  await stories.asStaff('mira', (tx) => cancelAppointment(tx, { id, seen: 3, reason: 'Sjuk' }))
  expect(await everythingShown(stories, 'marie')).toBe(before)
  const { rows } = await stories.owner.query(
    `select kind from notice where appointment_id = $1 and person_id = $2 order by kind`,
    [id, idOf('marie')],
  )
  expect(rows).toEqual([{ kind: 'newAppointment' }, { kind: 'takenOutOfAppointment' }])
})

test('whoever takes part again is told so, and no longer that it is theirs no more', async () => {
  const id = await takeOut(stories)
  await change(stories, id, { persons: taking(['tindra'], ['marie']) })
  expect(await toldTo('marie', id)).toBeUndefined()
  expect(await noticedBy('marie', id)).toBe(false)
  const own = await stories.asPerson('marie', (tx) => findOwnAppointment(tx, tindrasCase, id))
  expect(own).toMatchObject({ place: 'Biblioteket' })
  const { rows } = await stories.owner.query(
    `select p.given_name as name from notice n join person p on p.id = n.person_id and p.municipality_id = n.municipality_id
      where n.appointment_id = $1 and n.kind = 'movedAppointment'`,
    [id],
  )
  expect(rows).toEqual([{ name: 'Marie' }])
  // And out once more: told once more.
  await change(stories, id, { persons: taking(['tindra']) })
  expect(await toldTo('marie', id)).toMatchObject({ startsAt: ten })
})

test.each([
  ['2026-09-22T09:59:59+02:00', true],
  ['2026-09-22T10:00:00+02:00', false],
])('at %s, about a day after its time, it is still told: %s', async (moment, isTold) => {
  const id = await takeOut(stories)
  expect((await toldTo('marie', id, at(moment))) !== undefined).toBe(isTold)
  expect(await noticedBy('marie', id, at(moment))).toBe(isTold)
})
