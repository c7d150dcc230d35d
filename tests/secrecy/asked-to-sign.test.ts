import { afterEach, beforeEach, expect, test } from 'vitest'
import { withdrawConsent } from '../../app/signing/request/withdraw-consent.ts'
import { cancelRequest, listAskable, noteAnswer } from '../../app/signing/staff/ask-to-sign.ts'
import { listUnnoted } from '../../app/signing/staff/list-requests.ts'
import { documentTypes, signatureActs, type SignatureAct } from '../../db/closed-lists.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { ask, askedFor, documentOf, requestIn } from '../support/asking.ts'
import { idOf } from '../support/people.ts'
import { begin, later, loggedBy, record, requestOf, stateOf } from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

const contact = storyId('document', 'elias/place-and-contact')
const custody = storyId('document', 'elias/custody')

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const sign = async (who: PersonKey, id: string, windows: { part: number; last_day: string }[] = []) =>
  record(stories, (await begin(stories, who, id, later))!, { when: later, windows })

const petersReceipt = async () =>
  sign('peter', await requestOf(stories, 'elias/place-and-contact', 'peter'), [
    { part: 1, last_day: '2026-10-06' },
  ])

const withdraw = (who: PersonKey, id: string) => stories.asPerson(who, (tx) => withdrawConsent(tx, id), later)
const unnoted = (who: StaffKey) =>
  stories.asStaff(who, async (tx) => (await listUnnoted(tx)).map(({ id }) => id), later)

test.each<[StaffKey, boolean]>([
  ['samira', true],
  ['jonas', true],
  ['mira', false],
  ['eva', false],
])('%s asks a guardian for a consent: %s', async (who, may) => {
  const documentId = await documentOf(stories, 'consent')
  expect(await ask(stories, who, { documentId, whom: 'peter', act: 'consent' })).toBe(may ? null : 'whom')
  expect(await loggedBy(stories, 'askedToSign')).toEqual(may ? [{ actor_id: idOf(who) }] : [])
})

test('each document is put to somebody in the meanings of its kind alone', async () => {
  const meant: Partial<Record<string, SignatureAct>> = { consent: 'consent', implementationPlan: 'agreement' }
  for (const type of documentTypes) {
    const documentId = await documentOf(stories, type)
    for (const act of signatureActs) {
      const fault = await ask(stories, 'samira', { documentId, whom: 'peter', act })
      expect([type, act, fault]).toEqual([type, act, meant[type] === act ? null : 'whom'])
    }
  }
})

test('only who reads all of it is asked, and nobody sees what is asked of somebody else', async () => {
  const documentId = await documentOf(stories, 'consent', ['peter', 'tindra'])
  for (const whom of ['sara', 'tindra', 'marie'] as const) {
    expect(await ask(stories, 'samira', { documentId, whom, act: 'consent' })).toBe('whom')
  }
  const id = await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' })
  const seen = (who: PersonKey) =>
    stories.asPerson(who, (tx) =>
      tx
        .selectFrom('person_signature_request')
        .where('request_id', '=', id)
        .select(['act', 'answer_on'])
        .execute(),
    )
  expect(await seen('peter')).toEqual([{ act: 'consent', answer_on: '2026-09-20' }])
  expect(await seen('sara')).toEqual([])
})

test('a child who does not sign in is not asked', async () => {
  const documentId = await documentOf(stories, 'consent', ['elias', 'peter'])
  const asked = await stories.asStaff('samira', (tx) => listAskable(tx, documentId))
  expect(asked.map(({ personId, act }) => [personId, act])).toEqual([[idOf('peter'), 'consent']])
})

test.each([
  ['2026-09-14', 'day'],
  ['2026-09-15', null],
  ['2027-09-15', null],
  ['2027-09-16', 'day'],
])('an answer is asked for by %s: %s', async (answerOn, fault) => {
  const documentId = await documentOf(stories, 'consent')
  expect(await ask(stories, 'samira', { documentId, whom: 'peter', act: 'consent', answerOn })).toBe(fault)
})

test('the day named is the last whole day, in Swedish time', async () => {
  const documentId = await documentOf(stories, 'consent')
  const id = await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' })
  const at = async (moment: string) => (await begin(stories, 'peter', id, new Date(moment))) !== null
  expect(await at('2026-09-20T23:59:59+02:00')).toBe(true)
  expect(await at('2026-09-21T00:00:00+02:00')).toBe(false)
})

test('what is asked already is not asked twice; what was taken back can be asked again', async () => {
  const documentId = await documentOf(stories, 'consent')
  const wish = { documentId, whom: 'peter', act: 'consent' } as const
  const id = await askedFor(stories, 'samira', wish)
  expect(await ask(stories, 'samira', wish)).toBe('whom')
  expect(await ask(stories, 'jonas', wish)).toBe('whom')
  expect(await stories.asStaff('mira', (tx) => cancelRequest(tx, id))).toBe(false)
  expect(await stories.asStaff('samira', (tx) => cancelRequest(tx, id))).toBe(true)
  expect(await stories.asStaff('samira', (tx) => cancelRequest(tx, id))).toBe(false)
  expect(await stateOf(stories, id)).toBe('cancelled')
  expect(await begin(stories, 'peter', id)).toBeNull()
  expect(await loggedBy(stories, 'cancelledRequest')).toEqual([{ actor_id: idOf('samira') }])
  expect(await ask(stories, 'samira', { ...wish, when: later })).toBeNull()
  expect(await requestIn(stories, documentId, 'peter', 'consent')).not.toBe(id)
})

test('what has been answered is not taken back', async () => {
  const documentId = await documentOf(stories, 'consent')
  const id = await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' })
  expect(await sign('peter', id)).toBeNull()
  expect(await stories.asStaff('samira', (tx) => cancelRequest(tx, id), later)).toBe(false)
  expect(await stateOf(stories, id)).toBe('signed')
})

test('that somebody does not appeal is asked after their receipt, while their own time runs, until it ends', async () => {
  const wish = { documentId: contact, whom: 'peter', act: 'noAppeal', when: later } as const
  expect(await ask(stories, 'samira', wish)).toBe('whom')
  expect(await petersReceipt()).toBeNull()
  expect(await ask(stories, 'samira', { ...wish, whom: 'sara' })).toBe('whom')
  expect(await ask(stories, 'samira', { ...wish, answerOn: '2026-10-07' })).toBe('day')
  const late = new Date('2026-10-07T00:00:00+02:00')
  expect(await ask(stories, 'samira', { ...wish, answerOn: '2026-10-07', when: late })).toBe('whom')
  expect(await ask(stories, 'samira', { ...wish, answerOn: '2026-10-06' })).toBeNull()
})

test('of a decision that cannot be appealed nobody says that they will not', async () => {
  expect(await sign('peter', await requestOf(stories, 'elias/custody', 'peter'))).toBeNull()
  expect(
    await ask(stories, 'samira', { documentId: custody, whom: 'peter', act: 'noAppeal', when: later }),
  ).toBe('whom')
})

test('to sign that one does not appeal opens no time to appeal', async () => {
  await petersReceipt()
  const id = await askedFor(stories, 'samira', {
    documentId: contact,
    whom: 'peter',
    act: 'noAppeal',
    when: later,
  })
  expect(await sign('peter', id, [{ part: 2, last_day: '2026-12-24' }])).toBeNull()
  const { rows } = await stories.owner.query('select part, last_day from appeal_window')
  expect(rows).toEqual([{ part: 1, last_day: '2026-10-06' }])
})

test('a consent is taken back by its giver alone, once, and staff of the case are told until they have seen it', async () => {
  const documentId = await documentOf(stories, 'consent')
  const id = await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' })
  expect(await withdraw('peter', id)).toBe(false)
  expect(await sign('peter', id)).toBeNull()
  expect(await unnoted('samira')).toEqual([])
  expect(await withdraw('sara', id)).toBe(false)
  expect(await withdraw('peter', id)).toBe(true)
  expect(await withdraw('peter', id)).toBe(false)
  expect(await stateOf(stories, id)).toBe('withdrawn')
  expect(await loggedBy(stories, 'withdrewConsent')).toEqual([{ actor_id: idOf('peter') }])
  expect((await stories.owner.query('select from signature_evidence')).rowCount).toBe(1)

  expect([await unnoted('samira'), await unnoted('mira')]).toEqual([[id], []])
  const note = (who: StaffKey) => stories.asStaff(who, (tx) => noteAnswer(tx, id), later)
  expect([await note('mira'), await note('samira'), await note('samira')]).toEqual([false, true, false])
  expect(await unnoted('samira')).toEqual([])
  expect(await loggedBy(stories, 'notedAnswer')).toEqual([{ actor_id: idOf('samira') }])
})

test('a receipt, an agreement and a no to an appeal are not taken back', async () => {
  const plan = await documentOf(stories, 'implementationPlan')
  await petersReceipt()
  const wish = { whom: 'peter', when: later } as const
  const ids = [
    await requestOf(stories, 'elias/place-and-contact', 'peter'),
    await askedFor(stories, 'samira', { ...wish, documentId: plan, act: 'agreement' }),
    await askedFor(stories, 'samira', { ...wish, documentId: contact, act: 'noAppeal' }),
  ]
  for (const id of ids.slice(1)) expect(await sign('peter', id)).toBeNull()
  for (const id of ids) {
    expect(await withdraw('peter', id)).toBe(false)
    await expect(
      stories.owner.query(`update signature_request set state = 'withdrawn' where id = $1`, [id]),
    ).rejects.toThrow('does not go from signed to withdrawn')
  }
})

test('a consent cannot be taken back through a case that has closed to its giver', async () => {
  const documentId = await documentOf(stories, 'consent')
  const id = await askedFor(stories, 'samira', { documentId, whom: 'peter', act: 'consent' })
  await sign('peter', id)
  await stories.owner.query(
    `update case_party set valid = daterange(lower(valid), '2026-09-15') where person_id = $1`,
    [idOf('peter')],
  )
  expect(await stories.asPerson('peter', (tx) => withdrawConsent(tx, id), storyTime)).toBe(false)
})
