import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAuthority } from '../../../services/broker/bankid/authority.ts'
import { createTestBankId, type TestBankId } from '../../../services/broker/bankid/bankid.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { idOf, municipalityOf } from '../../../tests/support/people.ts'
import {
  begin,
  keepAnswerRow,
  later,
  loggedBy,
  requestOf,
  stateOf,
} from '../../../tests/support/signing-rows.ts'
import { openStories, type Stories } from '../../../tests/support/stories.ts'
import { encryptNumber } from '../../person/personal-identity-number.ts'
import { judgeAnswer } from './judge-answer.ts'

const [earlier, current] = ['199001012385', '199012312394']
let bankId: TestBankId
let stories: Stories

beforeAll(async () => {
  bankId = await createTestBankId(await createAuthority('BankID'))
})

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const setNumber = (number: string) =>
  stories.owner.query('update person set id_number_encrypted = $1 where id = $2', [
    encryptNumber(number, testKeys),
    idOf('peter'),
  ])

/** Peter begins, somebody signs with this number, and the answer is kept. */
async function answerBy(number: string, meanwhile?: () => Promise<unknown>) {
  const requestId = await requestOf(stories, 'elias/place-and-contact', 'peter')
  const intentId = (await begin(stories, 'peter', requestId))!
  await meanwhile?.()
  const answer = bankId.order({
    kind: 'Signing',
    personalNumber: number,
    name: { given: 'Peter', family: 'Brandt' },
    visibleText: Buffer.from('det synliga'),
    hiddenData: Buffer.from('{}'),
    at: new Date(),
  })
  await keepAnswerRow(stories, intentId, answer)
  return { requestId, answer: { municipalityId: municipalityOf('peter'), intentId } }
}

const judged = (answer: { municipalityId: string; intentId: string }) =>
  judgeAnswer(
    {
      database: stories.database,
      now: () => later,
      dataKeys: testKeys,
      bankId: { roots: [new X509Certificate(bankId.rootPem)], serviceName: bankId.serviceName },
    },
    answer,
  )

test('a signature that holds is recorded once, and opens the time to appeal of each part', async () => {
  await setNumber(current)
  const { requestId, answer } = await answerBy(current)
  expect(await judged(answer)).toBeNull()
  expect(await judged(answer)).toBeNull()
  expect(await stateOf(stories, requestId)).toBe('signed')
  const { rows } = await stories.owner.query('select part, last_day from appeal_window order by part')
  expect(rows).toEqual([1, 2].map((part) => ({ part, last_day: '2026-10-06' })))
  expect(await loggedBy(stories, 'signedDocument')).toHaveLength(1)
})

test('whoever has a new number meanwhile signs with that one, and no longer with the earlier', async () => {
  await setNumber(earlier)
  const old = await answerBy(earlier, () => setNumber(current))
  expect(await judged(old.answer)).toBe('signer')
  expect(await stateOf(stories, old.requestId)).toBe('asked')
  expect(await judged((await answerBy(current)).answer)).toBeNull()
})
