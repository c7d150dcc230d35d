import { X509Certificate } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { people } from '../../../db/seed/people.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { begin, keepAnswerRow, requestOf, stateOf } from '../../../tests/support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories.ts'
import { createAuthority } from '../../broker/bankid/authority.ts'
import { createTestBankId, type TestBankId } from '../../broker/bankid/bankid.ts'
import { judgeWaiting } from './signing-jobs.ts'

const contact = 'elias/place-and-contact'
type Guardian = 'peter' | 'sara'

let bank: TestBankId
let stories: Stories

beforeAll(async () => {
  bank = await createTestBankId(await createAuthority('BankID'))
})
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

/** A signature that came back and was kept, so many seconds ago; the portal has not judged it. */
async function leftBehind(who: Guardian, seconds: number): Promise<string> {
  const requestId = await requestOf(stories, contact, who)
  const intentId = (await begin(stories, who, requestId))!
  const { number, givenName, familyName } = people[who]
  const answer = bank.order({
    kind: 'Signing',
    personalNumber: number,
    name: { given: givenName, family: familyName },
    visibleText: Buffer.from('det synliga'),
    hiddenData: Buffer.from('{}'),
    at: new Date(),
  })
  await keepAnswerRow(stories, intentId, answer, new Date(Date.now() - seconds * 1000))
  return requestId
}

const judge = () => {
  const bankId = { roots: [new X509Certificate(bank.rootPem)], serviceName: bank.serviceName }
  const worker = { database: stories.database, now: () => storyTime, log: pino({ level: 'silent' }) }
  return judgeWaiting(worker, { dataKeys: testKeys, bankId })
}

test('what a portal left behind is judged and recorded, once', async () => {
  const id = await leftBehind('peter', 11)
  await Promise.all([judge(), judge()])
  await judge()
  expect(await stateOf(stories, id)).toBe('signed')
  const { rows } = await stories.owner.query('select action from audit_event where action = $1', [
    'signedDocument',
  ])
  expect(rows).toHaveLength(1)
})

test('what has just come in is left to the portal that took it', async () => {
  const id = await leftBehind('peter', 0)
  await judge()
  expect(await stateOf(stories, id)).toBe('asked')
})
