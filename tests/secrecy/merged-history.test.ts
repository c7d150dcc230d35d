import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { anotherRow, changeNumberOf } from '../support/number-changes.ts'
import { municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// What somebody has read, said and done stays theirs when two rows of theirs become one.
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

/** The stories, where whoever asks is the person with this id. */
async function as(personId: string): Promise<Stories> {
  const token = { municipalityId: municipalityOf('tindra'), hash: randomBytes(32) }
  await stories.owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'person', $3, 'phone')`,
    [token.municipalityId, token.hash, personId],
  )
  return {
    ...stories,
    asPerson: async (_who, work, when = storyTime) => (await stories.database.asPerson(token, when, work))!,
  }
}

test('the child is shown and told exactly what it was before, to the last byte', async () => {
  const before = await everythingShown(stories, 'tindra')
  const other = await anotherRow(stories, 'Tindra', { caseId: eliasCase, role: 'fosterCarer' })
  expect(
    await changeNumberOf(stories, 'jonas', { who: 'tindra', caseId: tindrasCase, seenOther: other }),
  ).toBe('merge')
  expect(await everythingShown(await as(other), 'tindra')).toBe(before)
})

test('what a guardian read is hidden from the child as soon as either row of theirs is protected', async () => {
  const readers = () =>
    stories.asPerson('tindra', (tx) =>
      tx
        .selectFrom('person_access_event')
        .select('given_name')
        .where('actor_kind', '=', 'person')
        .where('is_me', '=', false)
        .execute(),
    )
  expect((await readers()).map((row) => row.given_name)).toContain('Marie')
  const other = await anotherRow(stories, 'Marie', { caseId: eliasCase, role: 'guardian' })
  await stories.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source) values ($1, $2, 'protectedRegistration', '[2026-01-01,)', 'test')`,
    [municipalityOf('marie'), other],
  )
  expect(
    await changeNumberOf(stories, 'jonas', { who: 'marie', caseId: tindrasCase, seenOther: other }),
  ).toBe('merge')
  expect(await readers()).toEqual([])
})
