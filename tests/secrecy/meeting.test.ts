import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { beginDecision, earlierMeeting, nextMeeting } from '../support/decision-rows.ts'
import { idOf } from '../support/people.ts'
import { loggedBy, record } from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const october = storyId('committee_meeting', '2026-10-21')

const opened = (who: StaffKey, meeting = nextMeeting, when = storyTime) =>
  stories.asStaff(
    who,
    async (tx) =>
      (
        await sql<{ case_number: string; by_name: string }>`
          select case_number, by_name from staff_open_meeting(${meeting}::uuid)`.execute(tx)
      ).rows,
    when,
  )

const ofElias = { case_number: 'EK-2026-1187', by_name: 'Samira Dahlin' }
const ofNova = { case_number: 'EK-2026-1203', by_name: 'Eva Lindgren' }

test('what the chair decides is reported at the next meeting by itself, before what staff put there', async () => {
  expect(await opened('birgit')).toEqual([ofElias])
  await record(stories, (await beginDecision(stories, 'eva'))!)
  expect(await opened('birgit')).toEqual([ofNova, ofElias])
  expect(await opened('birgit', october)).toEqual([])
  expect(await opened('birgit', earlierMeeting)).toEqual([])
})

test('what is decided while a meeting is held is reported at the one after', async () => {
  const during = new Date('2026-09-23T13:10:00+02:00')
  const intent = await beginDecision(stories, 'eva', during)
  await record(stories, intent!, { when: during })
  expect(await opened('birgit', nextMeeting, during)).toEqual([ofElias])
  expect(await opened('birgit', october, during)).toEqual([ofNova])
  const { rows } = await stories.owner.query(`select due_on from deadline where kind = 'committeeReport'`)
  expect(rows).toEqual([{ due_on: '2026-10-21' }])
})

test.each(['hanna', 'samira', 'jonas', 'nils'] as const)('%s, no member, opens nothing', async (who) => {
  expect(await opened(who)).toEqual([])
  expect(await loggedBy(stories, 'openedMeeting')).toEqual([])
})

const left: [string, string, boolean][] = [
  ['left yesterday', '[2023-01-01,2026-09-15)', false],
  ['joins tomorrow', '[2026-09-16,)', false],
  ['joined today', '[2026-09-15,)', true],
  ['leaves before the meeting', '[2023-01-01,2026-09-20)', false],
]

test.each(left)('a member who %s (%s) opens it: %s', async (_what, valid, may) => {
  await stories.owner.query('update committee_member set valid = $2 where staff_id = $1', [
    idOf('birgit'),
    valid,
  ])
  expect(await opened('birgit')).toEqual(may ? [ofElias] : [])
})

test('each opening is written, and each document in it as read', async () => {
  await opened('eva')
  await opened('eva')
  expect(await loggedBy(stories, 'openedMeeting')).toEqual([
    { actor_id: idOf('eva') },
    { actor_id: idOf('eva') },
  ])
  const { rows } = await stories.owner.query(
    `select count(*)::int as readings from audit_event where action = 'readDocument' and actor_id = $1 and document_id = $2`,
    [idOf('eva'), storyId('document', 'elias/custody')],
  )
  expect(rows).toEqual([{ readings: 2 }])
})

const put = (who: StaffKey, document: string, meeting = nextMeeting, when = storyTime) =>
  stories.asStaff(
    who,
    async (tx) =>
      (
        await sql<{ done: boolean }>`
          select staff_put_matter(${storyId('document', document)}::uuid, ${meeting}::uuid) as done`.execute(
          tx,
        )
      ).rows[0]!.done,
    when,
  )

test('staff put a document of their own case before a coming meeting, once', async () => {
  expect(await put('mira', 'elias/custody')).toBe(false)
  expect(await put('eva', 'tindra/basis')).toBe(false)
  expect(await put('mira', 'tindra/basis', earlierMeeting)).toBe(false)
  expect(await put('mira', 'tindra/basis', nextMeeting, new Date('2026-09-23T13:00:00+02:00'))).toBe(false)
  expect(await put('mira', 'tindra/basis')).toBe(true)
  expect(await put('mira', 'tindra/basis')).toBe(true)
  expect(await loggedBy(stories, 'putMatter')).toEqual([{ actor_id: idOf('mira') }])
  expect((await opened('birgit')).map(({ case_number }) => case_number)).toEqual([
    'EK-2026-1187',
    'EK-2026-0412',
  ])
})
