import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStories, type Stories } from '../../tests/support/stories'
import { tindrasCase } from '../../tests/support/asked'
import { idOf } from '../../tests/support/people'
import { openStaffCase } from '../case/staff/open-case'
import { listStaffCases } from '../case/staff/list-cases'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

async function name(table: 'person' | 'staff_member', id: string, given: string, family: string) {
  const { rows } = await stories.owner.query<{ given_name: string; family_name: string }>(
    `update ${table} set given_name = $2, family_name = $3 where id = $1 returning given_name, family_name`,
    [id, given, family],
  )
  return rows[0]
}

test.each([
  ['no given name', '', 'Madina', ['Madina', '']],
  ['no family name', 'Madina', '', ['Madina', '']],
  ['only spaces for one', ' ', ' Madina ', ['Madina', '']],
  ['spaces around and within', ' Sara  Maria ', ' Holm', ['Sara Maria', 'Holm']],
])('somebody with %s is called by the name there is', async (_what, given, family, [first, last]) => {
  expect(await name('person', idOf('tindra'), given, family)).toEqual({
    given_name: first,
    family_name: last,
  })
  expect(await stories.asPerson('tindra', (_tx, subject) => Promise.resolve(subject.givenName))).toBe(first)
})

test('nobody is without a name', async () => {
  await expect(name('person', idOf('tindra'), '', ' ')).rejects.toThrow(/check constraint/)
})

test('an only name is told to staff without a space after it', async () => {
  await name('person', idOf('tindra'), '', 'Madina')
  await name('staff_member', idOf('mira'), 'Mira', '')
  const told = await stories.asStaff('mira', async (tx) => ({
    found: await openStaffCase(tx, tindrasCase, 1),
    cases: await listStaffCases(tx, { most: 20 }),
  }))
  expect(told.found?.parties[0]?.name).toBe('Madina')
  expect(told.found?.caseworkers.map((each) => each.name)).toContain('Mira')
  expect(JSON.stringify(told.cases)).toContain('"Madina"')
})
