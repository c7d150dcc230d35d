import { afterEach, beforeEach, expect, test } from 'vitest'
import { serviceCalls } from '../support/asking.ts'
import { addedTo, attach, draftOf, sent } from '../support/attached.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const daysLater = (days: number, seconds = 0) =>
  new Date(storyTime.getTime() + days * 86_400_000 + seconds * 1000)
const purge = (when: Date) => serviceCalls(stories, 'service_purge_drafts', when)
const left = async () => {
  const { rows } = await stories.owner.query<{ drafts: number; logged: number }>(
    `select (select count(*)::int from message_draft) as drafts,
            (select count(*)::int from audit_event where action = 'purgedDrafts') as logged`,
  )
  const files = await stories.owner.query<{ id: string }>('select id from attachment')
  return { ...rows[0], files: addedTo(files.rows).length }
}

test('what was begun and not written on for 180 days goes with its files, and the log names nobody', async () => {
  const draft = await draftOf(stories, 'tindra')
  await attach(stories, 'tindra', draft)
  await draftOf(stories, 'mira')
  expect(await purge(daysLater(180))).toBe(0)
  expect(await left()).toEqual({ drafts: 2, files: 1, logged: 0 })
  expect(await purge(daysLater(180, 1))).toBe(2)
  expect(await left()).toEqual({ drafts: 0, files: 0, logged: 1 })
  const { rows } = await stories.owner.query(
    `select actor_kind, actor_id, case_id, thread_id from audit_event where action = 'purgedDrafts'`,
  )
  expect(rows).toEqual([{ actor_kind: 'service', actor_id: null, case_id: null, thread_id: null }])
})

test('the municipality sets the days, and what was written on meanwhile stays', async () => {
  await stories.owner.query('update message_rule set draft_days = 30')
  const old = await draftOf(stories, 'tindra')
  const fresh = await draftOf(stories, 'marie', { threadId: null })
  await stories.owner.query(`update message_draft set saved_at = saved_at + interval '1 day' where id = $1`, [
    fresh,
  ])
  expect(await purge(daysLater(30, 1))).toBe(1)
  const { rows } = await stories.owner.query('select id from message_draft')
  expect(rows).toEqual([{ id: fresh }])
  expect(old).not.toBe(fresh)
})

test('the file of what was sent stays', async () => {
  const draft = await draftOf(stories, 'tindra')
  await attach(stories, 'tindra', draft)
  await sent(stories, draft)
  expect(await purge(daysLater(400))).toBe(0)
  expect(await left()).toMatchObject({ files: 1 })
})
