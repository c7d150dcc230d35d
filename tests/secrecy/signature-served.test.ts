import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isServiceMethod, recordService } from '../../app/signing/staff/record-service.ts'
import { listUnserved } from '../../app/signing/staff/list-requests.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { idOf } from '../support/people.ts'
import {
  addVersion,
  begin,
  later,
  layFile,
  loggedBy,
  record,
  requestOf,
  stateOf,
} from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

const custody = 'elias/custody'
const contact = 'elias/place-and-contact'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const serve = (who: StaffKey, id: string, { how = 'paper', on = '2026-09-15' } = {}) =>
  stories.asStaff(
    who,
    async (tx) => isServiceMethod(how) && recordService(tx, { requestId: id, how, servedOn: on }),
    later,
  )

test.each<[StaffKey, boolean]>([
  ['samira', true],
  ['jonas', true],
  ['mira', false],
])('%s records that a guardian received a decision on paper: %s', async (who, may) => {
  const id = await requestOf(stories, contact, 'peter')
  expect(await serve(who, id)).toBe(may)
  expect(await stateOf(stories, id)).toBe(may ? 'servedOtherwise' : 'asked')
  expect(await loggedBy(stories, 'recordedService')).toEqual(may ? [{ actor_id: idOf(who) }] : [])
  const { rows } = await stories.owner.query(
    'select part, received_on, last_day from appeal_window order by part',
  )
  const window = { received_on: '2026-09-15', last_day: '2026-10-06' }
  expect(rows).toEqual(may ? [1, 2].map((part) => ({ part, ...window })) : [])
})

test.each([
  ['the day before it was decided', '2026-09-13', false],
  ['the day it was decided', '2026-09-14', true],
  ['tomorrow', '2026-09-16', false],
])('a decision is not received on %s: %s', async (_, on, may) => {
  expect(await serve('samira', await requestOf(stories, custody, 'peter'), { on })).toBe(may)
})

test('what was signed is not served again, and what was served cannot be signed', async () => {
  const id = await requestOf(stories, custody, 'peter')
  const intent = await begin(stories, 'peter', id)
  expect(await serve('samira', id)).toBe(true)
  expect(await serve('samira', id)).toBe(false)
  expect(await record(stories, intent!)).toBe('request-closed')
  const other = await requestOf(stories, custody, 'sara')
  expect(await record(stories, (await begin(stories, 'sara', other))!)).toBeNull()
  expect(await serve('samira', other)).toBe(false)
})

test('a request ends by itself when its time is over, and the log says so', async () => {
  const id = await requestOf(stories, custody, 'peter')
  await stories.owner.query(`update signature_request set answer_by = '2026-09-15 09:10+02' where id = $1`, [
    id,
  ])
  const expire = (when: Date) =>
    stories.database.asService(when, async (tx) => {
      const { rows } = await sql<{
        moved: number
      }>`select service_expire_signature_requests() as moved`.execute(tx)
      return rows[0]!.moved
    })
  expect(await expire(storyTime)).toBe(0)
  expect(await expire(later)).toBe(1)
  expect(await expire(later)).toBe(0)
  expect(await stateOf(stories, id)).toBe('expired')
  expect(await loggedBy(stories, 'expiredRequest')).toHaveLength(1)
})

test('a newer version ends the task to serve the older one, one that had run out too', async () => {
  const [peters, saras] = [
    await requestOf(stories, custody, 'peter'),
    await requestOf(stories, custody, 'sara'),
  ]
  await stories.owner.query(`update signature_request set state = 'expired' where id = $1`, [peters])
  await addVersion(stories, custody)
  await layFile(stories, custody, 2)
  expect([await stateOf(stories, peters), await stateOf(stories, saras)]).toEqual([
    'superseded',
    'superseded',
  ])
  const left = await stories.asStaff(
    'samira',
    async (tx) => (await listUnserved(tx)).map(({ id }) => id),
    new Date('2026-09-30T09:00:00+02:00'),
  )
  expect(left).not.toContain(peters)
  expect(left).toContain(await requestOf(stories, custody, 'peter', 2))
})

test('whoever was served otherwise is told the day on which it was, not the one on which it was written down', async () => {
  const id = await requestOf(stories, custody, 'peter')
  await serve('samira', id, { on: '2026-09-14' })
  const told = await stories.asPerson('peter', (tx) =>
    tx.selectFrom('person_signature_request').where('request_id', '=', id).select('served_on').execute(),
  )
  expect(told).toEqual([{ served_on: '2026-09-14' }])
})
