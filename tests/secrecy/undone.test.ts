import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNote } from '../../app/note/read-note'
import { openStaffCase } from '../../app/case/staff/open-case'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from '../support/asked.ts'
import { sessionFor } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const note = storyId('note', 'A3')

/** Everything that a request may write, as text. */
async function written(): Promise<string> {
  const { rows } = await stories.owner.query<{ all: string }>(
    `select concat((select string_agg(a::text, '|' order by id) from audit_event a),
                   (select string_agg(s::text, '|' order by token_hash) from session s)) as all`,
  )
  return rows[0]!.all
}

test('what a person reads in a transaction that is undone is the same, and leaves no trace', async () => {
  const tindra = await sessionFor(stories.owner, 'tindra')
  const before = await written()
  const undone = await stories.database.undone.asPerson(tindra, storyTime, (tx) => readNote(tx, note))
  expect(await written()).toBe(before)
  const read = await stories.database.asPerson(tindra, storyTime, (tx) => readNote(tx, note))
  expect(undone).toEqual(read)
  expect(await written()).not.toBe(before)
})

test('nor does what staff open, nor what the service does', async () => {
  const mira = await sessionFor(stories.owner, 'mira')
  const before = await written()
  const opened = await stories.database.undone.asStaff(mira, storyTime, (tx) =>
    openStaffCase(tx, tindrasCase, 1),
  )
  expect(opened).toMatchObject({ id: tindrasCase })
  await stories.database.undone.asService(storyTime, () => Promise.resolve(null))
  expect(await written()).toBe(before)
})
