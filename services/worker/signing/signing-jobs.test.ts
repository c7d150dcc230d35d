import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encryptNumber } from '../../../app/person/personal-identity-number.ts'
import { idOf } from '../../../tests/support/people.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { begin, keepAnswerRow, requestOf } from '../../../tests/support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories.ts'
import { judgeWaiting } from './signing-jobs.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

async function leftBehind(who: 'peter' | 'sara', number: Buffer, secondsAgo: number): Promise<string> {
  const { owner } = stories
  await owner.query('update person set id_number_encrypted = $1 where id = $2', [number, idOf(who)])
  const intent = (await begin(stories, who, await requestOf(stories, 'elias/custody', who)))!
  const answer = { signature: 'c2ln', ocspResponse: null }
  await keepAnswerRow(stories, intent, answer, new Date(Date.now() - secondsAgo * 1000))
  return intent
}

test('an answer that cannot be judged keeps no other waiting', async () => {
  const stuck = await leftBehind('peter', Buffer.from('of another key'), 60)
  const next = await leftBehind('sara', encryptNumber('199001012385', testKeys), 30)
  const trust = { roots: [], serviceName: 'cn=x' }
  const worker = { database: stories.database, now: () => storyTime, log: pino({ level: 'silent' }) }
  await judgeWaiting(worker, { dataKeys: testKeys, bankId: trust })
  const { rows } = await stories.owner.query<{ intent_id: string }>('select intent_id from signature_refusal')
  expect(rows).toEqual([{ intent_id: next }])
  expect(rows).not.toContainEqual({ intent_id: stuck })
})
