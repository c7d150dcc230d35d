import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people.ts'
import {
  appoint,
  askForDecision,
  beginDecision,
  limitMandate,
  novasCustody,
  novasDocument,
  toDecide,
} from '../support/decision-rows.ts'
import { idOf } from '../support/people.ts'
import { addVersion, later, layFile, loggedBy, record, stateOf } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const asked = { request_id: novasCustody, state: 'asked', is_answerable: true }

/** Every row puts Nova's custody before somebody; who of them may see and decide it. */
const rights: [string, StaffKey, () => Promise<unknown>, boolean][] = [
  ['the chair', 'eva', () => Promise.resolve(), true],
  ['the chair, when another is asked', 'eva', () => putBefore('birgit'), false],
  ['a member the committee has appointed', 'birgit', () => putBefore('birgit'), true],
  [
    'a member whose mandate is gone',
    'birgit',
    async () => {
      await putBefore('birgit')
      await stories.owner.query('delete from committee_mandate where staff_id = $1', [idOf('birgit')])
    },
    false,
  ],
  ['a chair until yesterday', 'eva', () => limitMandate(stories, 'eva', '[2023-01-01,2026-09-15)'), false],
  ['a chair until today', 'eva', () => limitMandate(stories, 'eva', '[2023-01-01,2026-09-15]'), true],
  ['a chair from tomorrow', 'eva', () => limitMandate(stories, 'eva', '[2026-09-16,)'), false],
  [
    'a chair under a law that is not in force',
    'eva',
    () =>
      stories.owner.query(`update urgent_law set valid = '[1990-07-01,2026-09-15)' where law = 'LVU 6 §'`),
    false,
  ],
  ['the caseworker', 'hanna', () => putBefore('hanna'), false],
  ['somebody of another municipality', 'nils', () => Promise.resolve(), false],
]

/** As the owner of the tables can: the question is another's, whatever the rules would say. */
const putBefore = (who: StaffKey) =>
  stories.owner.query('update signature_request set staff_id = $2 where id = $1', [novasCustody, idOf(who)])

test.each(rights)('%s (%s) decides alone or finds nothing', async (_who, key, given, may) => {
  await given()
  expect(await toDecide(stories, key)).toEqual(may ? [asked] : [])
  const intent = await beginDecision(stories, key)
  expect(intent === null).toBe(!may)
})

describe('between leaving for the app and coming back', () => {
  const closing: [string, () => Promise<unknown>][] = [
    ['the mandate ends', () => limitMandate(stories, 'eva', '[2023-01-01,2026-09-15)')],
    ['a newer version is written', () => addVersion(stories, 'nova/custody')],
    ['another is asked instead', async () => expect(await askForDecision(stories, 'hanna')).not.toBeNull()],
    [
      'the question is taken back',
      () =>
        stories.owner.query(`update signature_request set state = 'cancelled' where id = $1`, [novasCustody]),
    ],
    ['the law ceases', () => stories.owner.query(`update urgent_law set valid = '[1990-07-01,2026-09-15)'`)],
  ]
  test.each(closing)('%s: the signature is not recorded', async (_what, happens) => {
    const intent = await beginDecision(stories, 'eva')
    await happens()
    const before = await stateOf(stories, novasCustody)
    expect(await record(stories, intent!)).toBe('request-closed')
    expect(await stateOf(stories, novasCustody)).toBe(before)
    expect((await stories.owner.query('select from signature_evidence')).rowCount).toBe(0)
    expect(
      (await stories.owner.query('select from deadline where source like $1', ['LVU 7%'])).rowCount,
    ).toBe(1)
  })
})

test('a signed decision opens the document, asks for receipts and sets the days, all at once', async () => {
  const johan = () =>
    stories.asPerson(
      'johan',
      async (tx) => ({
        documents: await tx.selectFrom('person_document').select('title').execute(),
        asked: await tx.selectFrom('person_signature_request').select(['act', 'state']).execute(),
        days: await tx.selectFrom('person_deadline').select('kind').execute(),
      }),
      later,
    )
  expect(await johan()).toEqual({ documents: [], asked: [], days: [{ kind: 'investigation' }] })
  const intent = await beginDecision(stories, 'eva')
  expect(await record(stories, intent!)).toBeNull()
  expect(await stateOf(stories, novasCustody)).toBe('signed')
  expect(await johan()).toEqual({
    documents: [{ title: 'Beslut om omedelbart omhändertagande enligt 6 § LVU' }],
    asked: [{ act: 'receipt', state: 'asked' }],
    days: [{ kind: 'investigation' }],
  })
  const { rows } = await stories.asStaff('hanna', (tx) =>
    tx
      .selectFrom('deadline')
      .select(['kind', 'due_on'])
      .where('kind', '<>', 'investigation')
      .orderBy('due_on')
      .orderBy('kind')
      .execute()
      .then((found) => ({ rows: found })),
  )
  expect(rows).toEqual([
    { kind: 'courtSubmission', due_on: '2026-09-22' },
    { kind: 'committeeReport', due_on: '2026-09-23' },
    { kind: 'careApplication', due_on: '2026-10-13' },
  ])
  expect(await loggedBy(stories, 'signedDocument')).toEqual([{ actor_id: idOf('eva') }])
})

test('the same signature twice is one decision', async () => {
  const intent = await beginDecision(stories, 'eva')
  expect(await record(stories, intent!)).toBeNull()
  expect(await record(stories, intent!)).toBe('request-closed')
  expect(
    (await stories.owner.query('select from deadline where shown_from = $1', ['infinity'])).rowCount,
  ).toBe(3)
  expect(await beginDecision(stories, 'eva')).toBeNull()
})

test('while a newer version waits to be decided, the decided one stands with its receipts', async () => {
  expect(await record(stories, (await beginDecision(stories, 'eva'))!)).toBeNull()
  await addVersion(stories, 'nova/custody')
  await layFile(stories, 'nova/custody', 2)
  const seen = () =>
    stories.asPerson(
      'johan',
      async (tx) =>
        tx
          .selectFrom('person_signature_request')
          .select(['version', 'state', 'is_answerable'])
          .orderBy('version')
          .execute(),
      later,
    )
  expect(await seen()).toEqual([{ version: 1, state: 'asked', is_answerable: true }])
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from document_version where document_id = $1 and number = 2',
    [novasDocument],
  )
  const again = await askForDecision(stories, 'hanna', { version: rows[0]!.id, to: 'eva' }, later)
  expect(
    await record(stories, (await beginDecision(stories, 'eva', later, again!))!, { when: later }),
  ).toBeNull()
  expect(await seen()).toEqual([
    { version: 1, state: 'superseded', is_answerable: false },
    { version: 2, state: 'asked', is_answerable: true },
  ])
})

describe('a decision is put', () => {
  const wrong: [string, StaffKey, Parameters<typeof askForDecision>[2]][] = [
    ['by somebody without the case', 'samira', {}],
    ['by the chair herself', 'eva', {}],
    ['before a caseworker', 'hanna', { to: 'samira' }],
    ['before the caseworker who asks', 'hanna', { to: 'hanna' }],
    ['before somebody of another municipality', 'hanna', { to: 'nils' }],
    ['by a law that lets nobody decide alone', 'hanna', { law: 'LVU 11 §' }],
    ['on a ground of another law', 'hanna', { ground: 'LVM 4 §' }],
  ]
  test.each(wrong)('not %s (%s)', async (_what, who, how) => {
    expect(await askForDecision(stories, who, how)).toBeNull()
    expect(await stateOf(stories, novasCustody)).toBe('asked')
  })

  test('not without saying why the committee cannot be awaited', async () => {
    await expect(askForDecision(stories, 'hanna', { words: '' })).rejects.toThrow('cannot_wait')
  })

  test('not in the caseworker’s own name, appointed or not', async () => {
    await appoint(stories, 'hanna', '[2026-01-01,)')
    expect(await askForDecision(stories, 'hanna', { to: 'hanna' })).toBeNull()
  })

  test('before another instead: the first finds nothing more to sign', async () => {
    const request = await askForDecision(stories, 'hanna')
    expect(await stateOf(stories, novasCustody)).toBe('cancelled')
    expect(await beginDecision(stories, 'eva')).toBeNull()
    expect(
      await record(stories, (await beginDecision(stories, 'birgit', later, request!))!, { when: later }),
    ).toBeNull()
  })

  test('not again once it is signed', async () => {
    await record(stories, (await beginDecision(stories, 'eva'))!)
    await expect(askForDecision(stories, 'hanna')).rejects.toThrow('put to decision')
  })
})
