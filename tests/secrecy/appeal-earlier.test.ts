import { afterEach, beforeEach, expect, test } from 'vitest'
import { findAppealable, listAppealable } from '../../app/signing/request/signature-request.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase } from '../support/asked.ts'
import { addVersion, begin, later, layFile, record, requestOf, versionOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

const contact = 'elias/place-and-contact'
const document = storyId('document', contact)
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const toAppeal = async (who: PersonKey) =>
  (await stories.asPerson(who, (tx) => listAppealable(tx, eliasCase, document), later)).map(
    ({ version, parts }) => [version, parts.some(({ receivedOn }) => receivedOn !== null)],
  )

const found = (who: PersonKey, requestId: string | null) =>
  stories.asPerson(who, (tx) => findAppealable(tx, eliasCase, document, requestId), later)

async function correct(): Promise<void> {
  await addVersion(stories, contact)
  await stories.owner.query(
    `insert into decision_part (municipality_id, document_version_id, number, law, title, person_id)
     select municipality_id, $2, number, law, title, person_id from decision_part where document_version_id = $1`,
    [versionOf(contact), versionOf(contact, 2)],
  )
  await layFile(stories, contact, 2)
}

test('a version that reached somebody is theirs to appeal when it has been corrected, and nobody else’s', async () => {
  const first = await requestOf(stories, contact, 'peter')
  const windows = [{ part: 1, last_day: '2026-10-06' }]
  await record(stories, (await begin(stories, 'peter', first))!, { windows, when: later })
  expect(await toAppeal('peter')).toEqual([[1, true]])
  await correct()
  expect(await toAppeal('peter')).toEqual([
    [2, false],
    [1, true],
  ])
  expect(await toAppeal('sara')).toEqual([[2, false]])
  expect((await found('peter', first))?.version).toBe(1)
  expect((await found('peter', null))?.version).toBe(2)
  expect((await found('sara', first))?.version).toBe(2)
})
