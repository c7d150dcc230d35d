import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeCodeTry } from '../../app/access/together-session'
import { prepare, type, type Chosen } from '../support/reading-together'
import { openStories, storyTime, type Stories } from '../support/stories'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const dates: Chosen = { kind: 'dates', id: null }
const attempt = (network: Buffer) => stories.database.asService(storyTime, (tx) => takeCodeTry(tx, network))

/** What strangers on many networks do. */
async function useUpWhatAllShare() {
  await attempt(randomBytes(32))
  await stories.owner.query(`update rate_count set tries = 1000 where bucket = 'together code of all'`)
}

test('strangers who use up the tries that all share close no device where a code was prepared, while it holds', async () => {
  const network = randomBytes(32)
  const { code } = await prepare(stories, [dates], { network })
  await useUpWhatAllShare()
  expect(await attempt(randomBytes(32))).toBe(false)
  expect(await attempt(network)).toBe(true)
  await type(stories, code)
  expect(await attempt(network)).toBe(false)
})

test('a network where a code was prepared has no more tries than any other', async () => {
  const network = randomBytes(32)
  await prepare(stories, [dates], { network })
  const tries = []
  for (let each = 0; each < 21; each++) tries.push(await attempt(network))
  expect(tries.filter(Boolean)).toHaveLength(20)
  expect(tries.at(-1)).toBe(false)
})

test('a code that is over makes its network known no longer, and what was opened keeps no network', async () => {
  const network = randomBytes(32)
  await prepare(stories, [dates], { network })
  await useUpWhatAllShare()
  await stories.owner.query(`update together_session set code_until = now() - interval '1 second'`)
  expect(await attempt(network)).toBe(false)
  const other = await prepare(stories, [dates], { network: randomBytes(32) })
  await type(stories, other.code)
  const { rows } = await stories.owner.query(
    'select network_hash from together_session where token_hash is not null',
  )
  expect(rows).toEqual([{ network_hash: null }])
})
