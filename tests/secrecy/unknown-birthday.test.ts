import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaffCase } from '../../app/case/staff/open-case.ts'
import { listReaders } from '../../app/disclosure/list-readers.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { casesOf, signInOutcome, tindrasCase } from '../support/asked.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Of somebody with a samordningsnummer only the year or the month of birth may be known. Each rule on an age takes the
// side that stays closed until it can be told. Every edge is a Swedish midnight.
let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  await stories.owner.query('update case_file set readable_until = null')
  await stories.owner.query(`update case_party set valid = '[2020-01-01,)' where person_id = any($1)`, [
    [idOf('tindra'), idOf('marie')],
  ])
  await bornWithin('alva', '[2015-01-01,2016-01-01)')
})

afterAll(() => stories.close())

async function bornWithin(who: PersonKey, days: string): Promise<void> {
  await stories.owner.query('update person set birth_date = null, born_within = $1 where id = $2', [
    days,
    idOf(who),
  ])
}

test.each([
  ['2028-06-01T12:00:00+02:00', 'readsWithAdult'],
  ['2028-12-30T23:59:59+01:00', 'readsWithAdult'],
  ['2028-12-31T00:00:00+01:00', 'welcome'],
])('a child of an unknown day of 2015 is met at %s with: %s', async (moment, outcome) => {
  expect(await signInOutcome(stories, 'alva', moment)).toBe(outcome)
})

test.each([
  ['a youth', '2028-06-01T12:00:00+02:00', 'child'],
  ['a youth once 13 for sure', '2029-01-01T12:00:00+01:00', 'youth'],
  ['grown up, perhaps', '2033-06-01T12:00:00+02:00', 'youth'],
  ['grown up for sure', '2034-01-01T12:00:00+01:00', 'youngAdult'],
])('she is spoken to as the youngest she may be: %s', async (_what, moment, audience) => {
  const found = await stories.asPerson(
    'alva',
    (tx) => tx.selectFrom('person_case').select('audience').execute(),
    new Date(moment),
  )
  expect(found).toEqual([{ audience }])
})

test.each([
  ['[2010-01-01,2011-01-01)', '2027-12-31T23:59:59+01:00', [tindrasCase]],
  ['[2010-01-01,2011-01-01)', '2028-01-01T00:00:00+01:00', []],
  ['[2010-05-01,2010-06-01)', '2028-04-30T23:59:59+02:00', [tindrasCase]],
  ['[2010-05-01,2010-06-01)', '2028-05-01T00:00:00+02:00', []],
])('a guardian of a child born within %s reads until it may be of age: %s', async (days, moment, cases) => {
  await bornWithin('tindra', days)
  expect(await casesOf(stories, 'marie', moment)).toEqual(cases)
  expect(await casesOf(stories, 'tindra', moment)).toEqual([tindrasCase])
})

const tellsGuardian = (when: string) =>
  stories.asPerson(
    'tindra',
    async (tx) =>
      (await tx.selectFrom('person_access_event').select(['actor_kind', 'is_me']).execute()).some(
        (event) => event.actor_kind === 'person' && !event.is_me,
      ),
    new Date(when),
  )

test.each([
  ['2026-09-15T09:00:00+02:00', '[2010-01-01,2011-01-01)', true],
  ['2026-09-15T09:00:00+02:00', '[2011-01-01,2012-01-01)', false],
])('what guardians read is told to a youth who is 15 for sure', async (moment, days, told) => {
  await bornWithin('tindra', days)
  expect(await tellsGuardian(moment)).toBe(told)
})

test.each([
  ['[2011-01-01,2012-01-01)', null, true],
  ['[2012-01-01,2013-01-01)', null, false],
  ['[2010-05-01,2010-06-01)', 16, true],
])(
  'staff see of a child born within %s the age that can be told, and who may be a party',
  async (days, age, party) => {
    await bornWithin('tindra', days)
    const [found, readers] = await stories.asStaff('mira', async (tx) => [
      await openStaffCase(tx, tindrasCase, 1),
      await listReaders(tx, tindrasCase, { column: 'note_id', id: idOf('tindra') }),
    ])
    expect(found).toMatchObject({ childAge: age })
    expect(found?.parties.find(({ personId }) => personId === idOf('tindra'))?.age).toBe(age)
    expect(readers[0]).toMatchObject({ personId: idOf('tindra'), age, isOwnParty: party })
  },
)

test.each([
  ['neither day nor period', 'update person set birth_date = null where id = $1'],
  ['both', `update person set born_within = '[2010-01-01,2011-01-01)' where id = $1`],
  [
    'a period without end',
    `update person set birth_date = null, born_within = '[2010-01-01,)' where id = $1`,
  ],
  ['an empty period', `update person set birth_date = null, born_within = 'empty' where id = $1`],
])('nobody is born on %s', async (_what, statement) => {
  await expect(stories.owner.query(statement, [idOf('marie')])).rejects.toThrow(/check constraint/)
})
