import { X509Certificate } from 'node:crypto'
import { pino } from 'pino'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { beginSignature, intend, type Intended } from '../../../app/signing/request/begin-signature.ts'
import { findSignatureRequest, toSign } from '../../../app/signing/request/signature-request.ts'
import { people } from '../../../db/seed/people.ts'
import { storyId } from '../../../db/seed/story-id.ts'
import { eliasCase } from '../../../tests/support/asked.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { idOf } from '../../../tests/support/people.ts'
import { keepAnswerRow, loggedBy } from '../../../tests/support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories.ts'
import { createAuthority } from '../../broker/bankid/authority.ts'
import { createTestBankId, type TestBankId } from '../../broker/bankid/bankid.ts'
import { judgeWaiting } from './signing-jobs.ts'

const contact = storyId('document', 'elias/place-and-contact')
let bankId: TestBankId
let stories: Stories

beforeAll(async () => {
  bankId = await createTestBankId(await createAuthority('BankID'))
})
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const judge = () => {
  const worker = { database: stories.database, now: () => storyTime, log: pino({ level: 'silent' }) }
  const trust = { roots: [new X509Certificate(bankId.rootPem)], serviceName: bankId.serviceName }
  return judgeWaiting(worker, { dataKeys: testKeys, bankId: trust })
}

/** Peter leaves for the app from the page of a request. */
function leave(): Promise<Intended & { requestId: string }> {
  return stories.asPerson('peter', async (tx, { municipalityName }) => {
    const found = toSign((await findSignatureRequest(tx, eliasCase, contact, null))!)
    const beside = {
      kind: 'person' as const,
      municipality: municipalityName,
      now: storyTime,
      dataKeys: testKeys,
    }
    const intended = await intend(tx, found, beside)
    expect(
      await beginSignature(
        tx,
        { kind: 'person', requestId: found.id, dataKeys: testKeys },
        { ...intended, requestJwt: null },
      ),
    ).toBe(true)
    return { ...intended, requestId: found.id }
  })
}

/** What he signed there came back and was kept so many seconds ago; the portal was killed before it judged. */
async function keepOf({ intentId, visibleText, hiddenData }: Intended, secondsAgo: number): Promise<void> {
  const at = new Date(Date.now() - secondsAgo * 1000)
  const answer = bankId.order({
    kind: 'Signing',
    personalNumber: people.peter.number,
    name: { given: 'Peter', family: 'Brandt' },
    visibleText: Buffer.from(visibleText),
    hiddenData: Buffer.from(hiddenData),
    at,
  })
  await keepAnswerRow(stories, intentId, answer, at)
}

const states = async () =>
  (
    await stories.owner.query<{ state: string }>(
      `select r.state from signature_request r join document_version v on v.id = r.document_version_id
        where r.person_id = $1 and v.document_id = $2`,
      [idOf('peter'), contact],
    )
  ).rows.map(({ state }) => state)

const waiting = () =>
  stories.database.asService(storyTime, async (tx) => {
    const { rows } = await sql<{ intent_id: string }>`
      select intent_id from service_waiting_signature_answers(interval '10 seconds')`.execute(tx)
    return rows.map((row) => row.intent_id)
  })

test('what a killed portal left behind is judged once, by however many workers, and the time to appeal begins', async () => {
  const left = await leave()
  await keepOf(left, 60)
  expect(await waiting()).toEqual([left.intentId])
  await Promise.all([judge(), judge(), judge()])
  expect(await states()).toEqual(['signed'])
  expect(await waiting()).toEqual([])
  await judge()
  expect(await loggedBy(stories, 'signedDocument')).toEqual([{ actor_id: idOf('peter') }])
  const { rows } = await stories.owner.query('select part, last_day from appeal_window order by part')
  expect(rows).toEqual([
    { part: 1, last_day: '2026-10-06' },
    { part: 2, last_day: '2026-10-06' },
  ])
})

test('an answer that a living portal is still judging is left to it', async () => {
  await keepOf(await leave(), 1)
  await judge()
  expect(await states()).toEqual(['asked'])
})

test('what was left behind and does not hold is refused by name, and can be tried again', async () => {
  const left = await leave()
  await keepOf({ ...left, visibleText: `${left.visibleText} ` }, 60)
  await judge()
  expect(await states()).toEqual(['asked'])
  expect(await waiting()).toEqual([])
  const { rows } = await stories.owner.query('select rule from signature_refusal')
  expect(rows).toHaveLength(1)
  await keepOf(await leave(), 60)
  await judge()
  expect(await states()).toEqual(['signed'])
})

test('a second signature of one request, kept while the first was judged, changes nothing', async () => {
  const [one, two] = [await leave(), await leave()]
  await keepOf(one, 60)
  await keepOf(two, 50)
  await judge()
  expect(await states()).toEqual(['signed'])
  const { rows } = await stories.owner.query('select rule from signature_refusal')
  expect(rows).toEqual([{ rule: 'request-closed' }])
  expect(await loggedBy(stories, 'signedDocument')).toHaveLength(1)
})
