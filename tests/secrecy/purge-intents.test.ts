import { afterEach, beforeEach, expect, test } from 'vitest'
import { serviceCalls } from '../support/asking.ts'
import { idOf } from '../support/people.ts'
import { begin, loggedBy, record, requestOf, stateOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const purge = (moment: string) => serviceCalls(stories, 'service_purge_intents', new Date(moment))
const intents = async () =>
  (await stories.owner.query<{ id: string }>('select id from signature_intent order by begun_at')).rows.map(
    (row) => row.id,
  )
const over = '2026-10-15T09:00:01+02:00'

test('a try that nothing came back from is purged when its time is over, and the log keeps that it was made', async () => {
  const id = await requestOf(stories, 'elias/custody', 'peter')
  await begin(stories, 'peter', id)
  expect(await purge('2026-10-15T09:00:00+02:00')).toBe(0)
  expect(await purge(over)).toBe(1)
  expect(await purge(over)).toBe(0)
  expect(await intents()).toEqual([])
  expect(await stateOf(stories, id)).toBe('asked')
  expect(await loggedBy(stories, 'beganSignature')).toEqual([{ actor_id: idOf('peter') }])
  expect(await loggedBy(stories, 'purgedIntent')).toEqual([{ actor_id: null }])
})

test('the municipality sets the days', async () => {
  await begin(stories, 'peter', await requestOf(stories, 'elias/custody', 'peter'))
  await stories.owner.query('update municipality set intent_days = 100')
  expect(await purge(over)).toBe(0)
})

test('what was answered is kept, refused or not', async () => {
  const signed = await begin(stories, 'peter', await requestOf(stories, 'elias/custody', 'peter'))
  await record(stories, signed!)
  const refused = await begin(stories, 'sara', await requestOf(stories, 'elias/custody', 'sara'))
  await stories.owner.query(
    `insert into signature_answer (municipality_id, intent_id, sealed)
     select municipality_id, id, 'x' from signature_intent where id = $1`,
    [refused],
  )
  await stories.owner.query(
    `insert into signature_refusal (municipality_id, intent_id, rule, refused_at)
     select municipality_id, id, 'x', now() from signature_intent where id = $1`,
    [refused],
  )
  expect(await purge(over)).toBe(0)
  expect((await intents()).toSorted()).toEqual([signed, refused].toSorted())
})

test('nobody but the service purges, the owner included, and not before the time', async () => {
  await begin(stories, 'peter', await requestOf(stories, 'elias/custody', 'peter'))
  await expect(stories.owner.query('delete from signature_intent')).rejects.toThrow('kept as it is')
})
