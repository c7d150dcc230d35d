import { afterAll, beforeAll, expect, test } from 'vitest'
import { eliasCase } from '../../../tests/support/asked'
import { openStories, type Stories } from '../../../tests/support/stories'
import { listStaffCases } from './list-cases'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const listed = (who: 'samira' | 'mira' | 'jonas', most = 200, number = '') =>
  stories.asStaff(who, (tx) => listStaffCases(tx, { most, number }))

test('each case tells its own stage, next deadline, protection and part, the nearest deadline first and closed cases last', async () => {
  const [elias, tindra, alva] = await listed('jonas')
  expect(elias).toMatchObject({
    ...{ childName: 'Elias Holm Brandt', hasProtected: true, stage: 'immediateCustody', part: null },
    nextDeadline: { kind: 'courtSubmission', dueOn: '2026-09-21' },
  })
  expect(tindra).toMatchObject({ childName: 'Tindra Ek', hasProtected: false, nextDeadline: null })
  expect(alva).toMatchObject({ childName: 'Alva Ström', stage: 'closure', closedOn: '2026-09-10' })
  expect((await listed('samira')).map(({ part }) => part)).toEqual(['lead', 'deputy'])
})

test('a shorter list has the first of the longer one, and a number finds its cases', async () => {
  const all = await listed('jonas')
  expect(all.length).toBeGreaterThan(2)
  expect(await listed('jonas', 1)).toEqual(all.slice(0, 1))
  expect(await listed('jonas', 200, 'ek-2026-0412')).toEqual([all[1]])
})

test('who leads a case and is also the deputy counts as its lead', async () => {
  await stories.owner.query(
    `update caseworker_assignment deputy set staff_id = lead.staff_id from caseworker_assignment lead
      where deputy.case_id = $1 and deputy.kind = 'deputy' and lead.case_id = $1 and lead.kind = 'lead'`,
    [eliasCase],
  )
  const [elias] = await listed('samira', 1)
  expect(elias?.part).toBe('lead')
})
