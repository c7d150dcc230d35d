import { afterEach, beforeEach, expect, test } from 'vitest'
import { seeNumberChange } from '../../app/person/number-change.ts'
import { decryptNumber } from '../../app/person/personal-identity-number.ts'
import { people, type PersonKey, type StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { testKeys } from '../support/keys.ts'
import { changeNumberOf, freeNumber, knownKeys, subjectsOf } from '../support/number-changes.ts'
import { idOf, sessionFor } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const withoutBirthday = '200700602394'

const change = (by: StaffKey, wish: Parameters<typeof changeNumberOf>[2]) => changeNumberOf(stories, by, wish)

const found = (number: string) => subjectsOf(stories, number)

const rowsOf = async <Row extends object>(text: string, values: unknown[]) =>
  (await stories.owner.query<Row>(text, values)).rows

test('the old number finds nobody, the new one the same person, and the change is on record', async () => {
  await sessionFor(stories.owner, 'marie')
  expect(await change('jonas', { who: 'marie', caseId: tindrasCase, typed: '20070561-2398' })).toBe('change')
  expect(await found(people.marie.number)).toEqual([])
  expect(await found(freeNumber)).toEqual([idOf('marie')])
  expect(await rowsOf(`select from session where subject_id = $1`, [idOf('marie')])).toEqual([])
  const [former] = await rowsOf<{ id_number_encrypted: Buffer; changed_by: string; given_up_at: Date }>(
    'select * from former_number where person_id = $1',
    [idOf('marie')],
  )
  expect(decryptNumber(former!.id_number_encrypted, testKeys)).toBe(people.marie.number)
  expect(former).toMatchObject({ changed_by: idOf('jonas'), given_up_at: storyTime })
  expect(
    await rowsOf(`select actor_id, case_id from audit_event where action = 'changedNumber'`, []),
  ).toEqual([{ actor_id: idOf('jonas'), case_id: tindrasCase }])
  const [row] = await rowsOf<{ id_number_encrypted: Buffer; birth_date: string }>(
    'select id_number_encrypted, birth_date from person where id = $1',
    [idOf('marie')],
  )
  expect(decryptNumber(row!.id_number_encrypted, testKeys)).toBe(freeNumber)
  expect(row!.birth_date).toBe('2007-05-01')
})

test('a number that does not tell the birthday takes it away', async () => {
  await change('jonas', { who: 'tindra', caseId: tindrasCase, typed: withoutBirthday })
  expect(
    await rowsOf('select birth_date, born_within::text from person where id = $1', [idOf('tindra')]),
  ).toEqual([{ birth_date: null, born_within: '[2007-01-01,2008-01-01)' }])
})

test.each<[StaffKey, string, PersonKey, string]>([
  ['mira', 'a caseworker, though it is her case', 'tindra', tindrasCase],
  ['samira', 'its deputy', 'tindra', tindrasCase],
  ['eva', 'the chair', 'tindra', tindrasCase],
  ['nils', 'the team leader of another municipality', 'tindra', tindrasCase],
  ['jonas', 'the team leader, by a case the person is not in', 'tindra', eliasCase],
])('%s changes no number: %s', async (by, _what, who, caseId) => {
  expect(await change(by, { who, caseId })).toEqual({ fault: 'taken' })
  expect(await found(people[who].number)).toEqual([idOf(who)])
  expect(await rowsOf('select from former_number', [])).toEqual([])
})

test('the team leader of another unit changes no number', async () => {
  await stories.owner.query(`update staff_member set unit_id = $1 where id = $2`, [
    storyId('unit', 'board'),
    idOf('jonas'),
  ])
  expect(await change('jonas', { who: 'tindra', caseId: tindrasCase })).toEqual({
    fault: 'taken',
  })
})

test('once the person has left the unit’s cases their number is changed there no more', async () => {
  await stories.owner.query(`update case_party set valid = '[2026-01-01,2026-09-15)' where person_id = $1`, [
    idOf('marie'),
  ])
  expect(await change('jonas', { who: 'marie', caseId: tindrasCase })).toEqual({
    fault: 'taken',
  })
})

test('a number that is dead is given to nobody else, and back to its own person', async () => {
  await change('jonas', { who: 'marie', caseId: tindrasCase })
  const old = people.marie.number
  expect(await change('jonas', { who: 'tindra', caseId: tindrasCase, typed: old })).toEqual({
    fault: 'taken',
  })
  expect(await change('jonas', { who: 'marie', caseId: tindrasCase, typed: old })).toBe('change')
  expect(await found(old)).toEqual([idOf('marie')])
  expect(await found(freeNumber)).toEqual([])
})

const look = (typed: string, who: PersonKey = 'tindra', caseId = tindrasCase) =>
  stories.asStaff('jonas', (tx) => seeNumberChange(tx, { personId: idOf(who), caseId, typed, ...knownKeys }))

test('a number of somebody whom the leader does not know of looks free until it is asked for', async () => {
  await stories.owner.query(
    `update case_file set unit_id = $1 where id = (select case_id from case_party where person_id = $2)`,
    [storyId('unit', 'board'), idOf('henrik')],
  )
  const dead = people.marie.number
  await change('jonas', { who: 'marie', caseId: tindrasCase })
  const free = await look(withoutBirthday)
  expect(free).toMatchObject({ number: withoutBirthday, other: null })
  for (const number of [people.henrik.number, dead]) {
    expect(await look(number)).toEqual({ ...free, number })
    expect(await change('jonas', { who: 'tindra', caseId: tindrasCase, typed: number })).toEqual({
      fault: 'taken',
    })
  }
  // Her guardian in the same case, whom the leader knows, is somebody else.
  expect(await look(freeNumber)).toEqual({ fault: 'twoPeople' })
  expect(await look(people.tindra.number)).toEqual({ fault: 'same' })
})

const lookUps = () =>
  rowsOf(`select actor_kind, actor_id, case_id from audit_event where action = 'lookedUpNumber'`, [])

test.each<[string, () => Promise<unknown>]>([
  ['free', () => look(freeNumber)],
  ['the person’s own', () => look(people.tindra.number)],
  ['of somebody in the case', () => look(people.marie.number)],
  ['of somebody else in the municipality', () => look(people.henrik.number)],
  [
    'of somebody with whom she cannot be one, though it was asked for',
    () => change('jonas', { who: 'tindra', caseId: tindrasCase, typed: people.marie.number }),
  ],
  [
    'asked for as another than was seen',
    () => change('jonas', { who: 'tindra', caseId: tindrasCase, seenOther: idOf('henrik') }),
  ],
])('whoever asks of a number that is %s is in the log', async (_what, ask) => {
  await ask()
  expect(await lookUps()).toEqual([{ actor_kind: 'staff', actor_id: idOf('jonas'), case_id: tindrasCase }])
})

test('of somebody who is not in the case no number is looked up', async () => {
  expect(await look(people.marie.number, 'tindra', eliasCase)).toEqual({ fault: 'taken' })
  expect(await look(freeNumber, 'tindra', eliasCase)).toEqual({ fault: 'taken' })
  expect(await lookUps()).toEqual([])
})
