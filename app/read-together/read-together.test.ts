import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { alvasCase, eliasCase } from '../../tests/support/asked.ts'
import { idOf, sessionFor } from '../../tests/support/people.ts'
import { openStories, storyTime, type Stories } from '../../tests/support/stories.ts'
import { beginReadTogether, readAsChild } from './read-together'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

test.each([
  ['Elias', 'elias', eliasCase, 'samira'],
  ['Alva', 'alva', alvasCase, 'olle'],
] as const)(
  '%s is shown beside the caseworker exactly what signing in would show',
  async (_name, child, caseId, staff) => {
    const beside = await look(staff, child, caseId)
    const alone = await stories.asPerson(child, (tx) => readAsChild(tx, caseId))
    expect(beside?.notes.length).toBeGreaterThan(0)
    // Reading alone is a reading: what was new is new no more, and nothing else differs.
    expect(withoutNew(beside)).toEqual(withoutNew(alone))
  },
)

test('what is withheld from the child is not read together either', async () => {
  const beside = await look('samira', 'elias', eliasCase)
  expect(JSON.stringify(beside)).not.toContain('Läraren i Elias klass ringer')
})

test('the log says that they read together and puts no reading in the child’s name', async () => {
  const begun = await stories.asStaff('samira', (tx) => beginReadTogether(tx, eliasCase, idOf('elias')))
  expect(begun).toBe('sv')
  const before = await linesBy('elias')
  await look('samira', 'elias', eliasCase)
  expect(await linesBy('elias')).toEqual(before)
  expect(await linesBy('samira')).toContainEqual({ action: 'readTogether', case_id: eliasCase })
})

test.each<[string, StaffKey, PersonKey, string]>([
  ['a child of a case that is not hers', 'mira', 'elias', eliasCase],
  ['a grown-up of the case', 'samira', 'peter', eliasCase],
  ['the child of another case', 'samira', 'tindra', eliasCase],
])('nothing is begun with %s, and nothing written', async (_what, staff, person, caseId) => {
  const before = await linesBy(staff)
  const begun = await stories.asStaff(staff, (tx) => beginReadTogether(tx, caseId, idOf(person)))
  expect(begun).toBeNull()
  expect(await linesBy(staff)).toEqual(before)
})

test('nobody sees with the eyes of somebody in a case that is not open to them', async () => {
  expect(await look('mira', 'elias', eliasCase)).toBeNull()
  expect(await look('nils', 'alva', alvasCase)).toBeNull()
})

async function look(staff: StaffKey, person: PersonKey, caseId: string) {
  const token = await sessionFor(stories.owner, staff)
  return stories.database.lookAs(token, storyTime, {
    personId: idOf(person),
    prepare: () => Promise.resolve(),
    read: (tx) => readAsChild(tx, caseId),
  })
}

function withoutNew(read: unknown): unknown {
  return JSON.parse(JSON.stringify(read, (key, value: unknown) => (key === 'isNew' ? undefined : value)))
}

async function linesBy(who: PersonKey | StaffKey) {
  const { rows } = await stories.owner.query<{ action: string; case_id: string }>(
    'select action, case_id from audit_event where actor_id = $1 order by at, id',
    [idOf(who)],
  )
  return rows
}
