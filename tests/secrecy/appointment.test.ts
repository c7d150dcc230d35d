import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOwnAppointment, listOwnAppointments } from '../../app/appointment/own-appointments.ts'
import { askForOtherTime, writePoint } from '../../app/appointment/own-words.ts'
import { people, type PersonKey, type StaffKey } from '../../db/seed/people.ts'
import { book, meeting, taking } from '../support/appointments.ts'
import { alvasCase, eliasCase, leosCase, tindrasCase } from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const everybody = Object.keys(people) as PersonKey[]
const cases = [tindrasCase, eliasCase, alvasCase, leosCase]

const seenBy = async (who: PersonKey, id: string, when = storyTime) => {
  const found = await stories.asPerson(
    who,
    async (tx) => {
      const each = []
      for (const caseId of cases) each.push(await findOwnAppointment(tx, caseId, id))
      return each
    },
    when,
  )
  return found.find(Boolean) ?? null
}

test.each<[string, PersonKey[]]>([
  ['tindra/wednesday', ['tindra']],
  ['tindra/hanna', ['tindra']],
  ['elias/visit', ['elias']],
  ['elias/sara', ['sara']],
  ['elias/peter', ['peter']],
  ['alva/once-more', ['alva', 'henrik', 'lina']],
])('%s is known to those who take part, and to nobody else: %s', async (key, known) => {
  for (const who of everybody) {
    const seen = await seenBy(who, meeting(key))
    expect(seen !== null, who).toBe(known.includes(who))
  }
})

test('a meeting is not found under another case than its own', async () => {
  const found = await stories.asPerson('tindra', (tx) =>
    findOwnAppointment(tx, eliasCase, meeting('tindra/wednesday')),
  )
  expect(found).toBeUndefined()
})

test.each([
  ['before it is shown', '2026-09-17T07:59:59+02:00', false],
  ['from when it is shown', '2026-09-17T08:00:00+02:00', true],
])('%s', async (_when, moment, isSeen) => {
  const id = await book(stories, 'mira', tindrasCase, {
    shownFrom: new Date('2026-09-17T08:00:00+02:00'),
    persons: taking(['tindra']),
  })
  expect((await seenBy('tindra', id, new Date(moment))) !== null).toBe(isSeen)
})

test.each<[string, { showsPlace: boolean; showsOthers: boolean }, string | null, unknown]>([
  ['all of it', { showsPlace: true, showsOthers: true }, 'Biblioteket', [{ name: 'Marie', role: null }]],
  ['not where', { showsPlace: false, showsOthers: true }, null, [{ name: 'Marie', role: null }]],
  ['not who else', { showsPlace: true, showsOthers: false }, 'Biblioteket', null],
  ['when alone', { showsPlace: false, showsOthers: false }, null, null],
])('one of two who take part is told %s, whatever the other is told', async (_what, told, place, others) => {
  const id = await book(stories, 'mira', tindrasCase, {
    placeNote: 'Ring på',
    persons: taking(['tindra', told], ['marie']),
    staff: [idOf('mira')],
  })
  const seen = await seenBy('tindra', id)
  expect(seen).toMatchObject({ place, placeNote: place && 'Ring på', others, staff: ['Mira'] })
  expect(await seenBy('marie', id)).toMatchObject({
    place: 'Biblioteket',
    others: [{ name: 'Tindra', role: null }],
  })
})

test('who is not told who else comes cannot tell whether anybody does', async () => {
  const alone = await book(stories, 'samira', eliasCase, {
    persons: taking(['peter', { showsPlace: false, showsOthers: false }]),
  })
  const before = await seenBy('peter', alone)
  await stories.owner.query(
    `insert into appointment_participant (municipality_id, appointment_id, person_id) values ($1, $2, $3)`,
    [municipalityOf('peter'), alone, idOf('sara')],
  )
  await stories.owner.query(
    `insert into appointment_participant (municipality_id, appointment_id, name, role) values ($1, $2, 'Kim', 'läkare på sjukhuset')`,
    [municipalityOf('peter'), alone],
  )
  expect(await seenBy('peter', alone)).toEqual(before)
})

const begins: [string, (id: string) => Promise<unknown>][] = [
  [
    'the details of somebody in the case are protected',
    () =>
      stories.owner.query(
        `insert into person_protection (municipality_id, person_id, kind, valid, source)
         values ($1, $2, 'confidentialityMarking', '[2026-09-15,)', 'OSL 22 kap. 1 §')`,
        [municipalityOf('marie'), idOf('marie')],
      ),
  ],
  [
    'somebody is shut out from the child',
    () =>
      stories.owner.query(
        `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
         values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
        [municipalityOf('marie'), idOf('tindra'), idOf('marie'), idOf('samira')],
      ),
  ],
]

test.each(begins)(
  'the day %s, place and company are told no more where nobody knew of it',
  async (_what, begin) => {
    const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
    expect(await seenBy('tindra', id)).toMatchObject({ place: 'Biblioteket', others: [] })
    await begin(id)
    expect(await seenBy('tindra', id)).toMatchObject({ place: null, others: null })
  },
)

test.each(begins)('when %s before, what the caseworker chose to tell is told', async (_what, begin) => {
  await begin('')
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  expect(await seenBy('tindra', id)).toMatchObject({ place: 'Biblioteket', others: [] })
})

test.each(begins)('what was decided knowing of one is told no more the day %s too', async (what, begin) => {
  const [, earlier] = begins.find(([other]) => other !== what)!
  await earlier('')
  const id = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra']) })
  await begin(id)
  expect(await seenBy('tindra', id)).toMatchObject({ place: null, others: null })
})

test('a guardian who is shut out from the child sees no meeting, also not one of their own', async () => {
  expect(await seenBy('peter', meeting('elias/peter'))).not.toBeNull()
  await stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
    [municipalityOf('peter'), idOf('elias'), idOf('peter'), idOf('samira')],
  )
  expect(await seenBy('peter', meeting('elias/peter'))).toBeNull()
  expect(await stories.asPerson('peter', (tx) => listOwnAppointments(tx, eliasCase))).toBeUndefined()
})

test('whoever is shut out from one child sees no meeting of it, also when another case is open to them', async () => {
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     select municipality_id, case_id, $1, role, valid, source from case_party where case_id = $2 and person_id = $3`,
    [idOf('peter'), alvasCase, idOf('henrik')],
  )
  expect(await seenBy('peter', meeting('elias/peter'))).not.toBeNull()
  await stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
    [municipalityOf('peter'), idOf('elias'), idOf('peter'), idOf('samira')],
  )
  const seen = await stories.asPerson('peter', (tx) =>
    sql`select from person_appointment where appointment_id = ${meeting('elias/peter')}::uuid`.execute(tx),
  )
  expect(seen.rows).toEqual([])
  expect(await stories.asPerson('peter', (tx) => listOwnAppointments(tx, alvasCase))).toBeDefined()
})

test('Peter is told when he meets Samira and where, and nothing of where Elias is', async () => {
  expect(await seenBy('peter', meeting('elias/peter'))).toMatchObject({
    place: 'Kommunhuset, rum 4',
    staff: ['Samira'],
    others: null,
  })
  const shown = await everythingShown(stories, 'peter')
  expect(shown).toContain(meeting('elias/peter'))
  for (const other of ['elias/sara', 'elias/visit']) expect(shown).not.toContain(meeting(other))
  expect(shown).not.toContain('Familjecentralen')
  expect(await everythingShown(stories, 'sara')).toContain('Familjecentralen')
})

test.each<[PersonKey, string]>([
  ['peter', 'elias/sara'],
  ['sara', 'elias/peter'],
  ['marie', 'tindra/wednesday'],
  ['leo', 'tindra/wednesday'],
])('%s can write nothing to %s, and no line tells of the try', async (who, key) => {
  const before = await lines()
  const id = crypto.randomUUID()
  const became = await stories.asPerson(who, async (tx) => [
    await writePoint(tx, { appointmentId: meeting(key), id, text: 'Hej', hearers: 'everyone' }),
    await askForOtherTime(tx, { appointmentId: meeting(key), id, text: 'Hej' }),
  ])
  expect(became).toEqual([null, null])
  expect(await lines()).toBe(before)
})

const written = [
  'appointment_point',
  'appointment_change_request',
  'appointment_participant',
  'appointment',
] as const

test.each(written)('nobody of the family reads or writes %s itself', async (table) => {
  for (const statement of [`select * from ${table}`, `delete from ${table}`]) {
    const tried = stories.asPerson('tindra', (tx) => sql.raw(statement).execute(tx))
    await expect(tried, statement).rejects.toThrow(/permission denied/)
  }
})

test.each(written)('staff write %s in no other way than those that are logged', async (table) => {
  for (const statement of [`delete from ${table}`, `insert into ${table} default values`]) {
    const tried = stories.asStaff('mira', (tx) => sql.raw(statement).execute(tx))
    await expect(tried, statement).rejects.toThrow(/permission denied/)
  }
})

test.each<[StaffKey, boolean]>([
  ['mira', true],
  ['samira', true],
  ['jonas', true],
  ['olle', false],
  ['hanna', false],
  ['eva', false],
  ['nils', false],
])('%s may see a meeting of Tindra’s: %s', async (who, mayThey) => {
  const { rows } = await stories.asStaff(who, (tx) =>
    sql`select id from appointment where id = ${meeting('tindra/wednesday')}::uuid`.execute(tx),
  )
  expect(rows).toHaveLength(mayThey ? 1 : 0)
  const read = await stories.asStaff(who, (tx) =>
    sql`select points from staff_read_appointment(${meeting('tindra/wednesday')}::uuid)`.execute(tx),
  )
  expect(read.rows).toHaveLength(mayThey ? 1 : 0)
})

test('what is for the caseworker alone is told to those who have the case, not to whoever leads the unit', async () => {
  await stories.asPerson('tindra', (tx) =>
    writePoint(tx, {
      appointmentId: meeting('tindra/wednesday'),
      id: crypto.randomUUID(),
      text: 'Bara för Mira',
      hearers: 'caseworkerOnly',
    }),
  )
  const textsFor = async (who: StaffKey) => {
    const { rows } = await stories.asStaff(who, (tx) =>
      sql<{ points: { text: string }[] }>`
        select points from staff_read_appointment(${meeting('tindra/wednesday')}::uuid)`.execute(tx),
    )
    return rows[0]!.points.map(({ text }) => text)
  }
  expect(await textsFor('mira')).toContain('Bara för Mira')
  expect(await textsFor('samira')).toContain('Bara för Mira')
  expect(await textsFor('jonas')).not.toContain('Bara för Mira')
  expect(await textsFor('jonas')).toHaveLength(1)
})

async function lines() {
  const { rows } = await stories.owner.query<{ count: number }>('select count(*)::int from audit_event')
  return rows[0]!.count
}
