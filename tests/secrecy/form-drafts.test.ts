import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writePoint, askForOtherTime } from '../../app/appointment/own-words.ts'
import { longest } from '../../app/appointment/limits.ts'
import { discardDraft } from '../../app/draft/discard-draft.ts'
import type { DraftOf } from '../../app/draft/draft-fields.ts'
import { longestOwnDraft } from '../../app/draft/draft-limit.ts'
import { beginForm, keepForm, listBegun } from '../../app/draft/form-draft.ts'
import { askForContact } from '../../app/message/contact-request.ts'
import { longestMessage } from '../../app/message/message-limit.ts'
import { listDrafts } from '../../app/message/message-draft.ts'
import { addRemark } from '../../app/remark/add-remark.ts'
import { longestRemark } from '../../app/remark/remark-limit.ts'
import { writeAppeal } from '../../app/signing/appeal/appeal.ts'
import { longestAppeal } from '../../app/signing/appeal/appeal-limit.ts'
import { longestDecline } from '../../app/signing/request/decline-limit.ts'
import { declineSignature } from '../../app/signing/request/decline-signature.ts'
import type { PersonTx } from '../../db/connect.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { serviceCalls } from '../support/asking.ts'
import { attach } from '../support/attached.ts'
import { writersOf, type Writer } from '../support/form-drafts.ts'
import { begin, later, record } from '../support/signing-rows.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
let writers: Record<DraftOf['kind'], Writer>
beforeEach(async () => {
  stories = await openStories()
  writers = await writersOf(stories)
})
afterEach(() => stories.close())

const words = 'Jag hann inte skriva klart'
const keep = (who: PersonKey, of: DraftOf, id: string, text = words, when = later) =>
  stories.asPerson(who, (tx) => keepForm(tx, of, { id, text }), when)
const seen = (who: PersonKey, of: DraftOf, when = later) =>
  stories.asPerson(who, async (tx) => (await listBegun(tx, of)).map(({ text }) => text), when)
const kept = async () => (await stories.owner.query('select from message_draft')).rows.length

const kinds: DraftOf['kind'][] = [
  ...(['contactRequest', 'disputedFact', 'ownComment', 'accessRequest'] as const),
  ...(['point', 'otherTime', 'decline', 'appeal'] as const),
]

test.each(kinds)(
  'what is begun in a form (%s) is seen, changed and thrown away by its writer alone',
  async (kind) => {
    const { who, of } = writers[kind]
    const id = randomUUID()
    expect(await keep(who, of, id)).toBe('saved')
    // The child, the guardian, the other guardian of the case, and people of other cases.
    for (const other of (['tindra', 'marie', 'peter', 'sara', 'lina'] as const).filter(
      (each) => each !== who,
    )) {
      const rows = await stories.asPerson(other, (tx) =>
        tx.selectFrom('person_message_draft').select('message_id').execute(),
      )
      expect(rows, other).toEqual([])
      expect(await keep(other, of, id, 'Mitt nu'), other).toBeNull()
      await stories.asPerson(other, (tx) => discardDraft(tx, id), later)
    }
    for (const staff of ['mira', 'samira', 'olle', 'jonas'] satisfies StaffKey[]) {
      const rows = await stories.asStaff(staff, (tx) => tx.selectFrom('message_draft').select('id').execute())
      expect(rows, staff).toEqual([])
    }
    expect(await seen(who, of)).toEqual([words])
    // It is no question and no reply.
    expect(await stories.asPerson(who, (tx) => listDrafts(tx, of.caseId), later)).toEqual([])
    await stories.asPerson(who, (tx) => discardDraft(tx, id), later)
    expect(await kept()).toBe(0)
  },
)

type Refused = [what: string, who: PersonKey, of: () => DraftOf, when?: Date]
const a3 = { noteId: storyId('note', 'A3'), documentId: null }
const none = { noteId: null, documentId: null }
const pointOf = () => writers.point.of as Extract<DraftOf, { appointmentId: string }>
const declineOf = () => writers.decline.of as Extract<DraftOf, { requestId: string }>
const appealOf = () => writers.appeal.of as Extract<DraftOf, { requestId: string }>
const refused: Refused[] = [
  ['a note she does not read', 'marie', () => ({ kind: 'ownComment', caseId: tindrasCase, ...a3 })],
  ['a note of another case', 'tindra', () => ({ kind: 'ownComment', caseId: eliasCase, ...a3 })],
  ['a case of somebody else', 'tindra', () => ({ kind: 'accessRequest', caseId: eliasCase, ...none })],
  ['the caseworkers of another case', 'tindra', () => ({ kind: 'contactRequest', caseId: eliasCase })],
  ['a meeting of somebody else', 'peter', () => pointOf()],
  ['a meeting, in another case', 'tindra', () => ({ ...pointOf(), caseId: eliasCase })],
  ['a meeting that has begun', 'tindra', () => pointOf(), new Date('2026-09-21T10:00:00+02:00')],
  [
    'another time, for one that has begun',
    'tindra',
    () => writers.otherTime.of,
    new Date('2026-09-21T10:00+02:00'),
  ],
  ['a signature that another is asked for', 'sara', () => declineOf()],
  ['a signature, in another case', 'peter', () => ({ ...declineOf(), caseId: tindrasCase })],
  ['a signature that was given', 'sara', () => ({ ...appealOf(), kind: 'decline' })],
  ['an appeal of what another received', 'peter', () => appealOf()],
  ['an appeal of what another may appeal', 'sara', () => ({ ...declineOf(), kind: 'appeal' })],
  ['an appeal when the time has run out', 'sara', () => appealOf(), new Date('2026-10-07T00:00:00+02:00')],
]
test.each(refused)('nothing is begun of %s', async (_what, who, of, when = later) => {
  expect(await keep(who, of(), randomUUID(), words, when)).toBeNull()
  expect(await kept()).toBe(0)
})

/** Sends each form under its key, as its page does. */
const send = (tx: PersonTx, of: DraftOf, id: string, text: string): Promise<unknown> => {
  switch (of.kind) {
    case 'contactRequest':
      return askForContact(tx, { caseId: of.caseId, text, formKey: id, answerBy: '2026-09-22' })
    case 'point':
      return writePoint(tx, { appointmentId: of.appointmentId, id, text, hearers: 'everyone' })
    case 'otherTime':
      return askForOtherTime(tx, { appointmentId: of.appointmentId, id, text })
    case 'decline':
      return declineSignature(tx, of.requestId, text)
    case 'appeal':
      return writeAppeal(tx, of.requestId, text)
    default:
      return addRemark(tx, { ...of, text, formKey: id })
  }
}

test.each(kinds)('what arrives after its form (%s) was sent is no draft', async (kind) => {
  const { who, of } = writers[kind]
  const id = randomUUID()
  await keep(who, of, id, 'Jag hann')
  const sent = async (tx: PersonTx) => {
    await send(tx, of, id, words)
    await discardDraft(tx, id)
  }
  await stories.asPerson(who, sent, later)
  expect(await kept()).toBe(0)
  const became = await keep(who, of, id)
  expect(became).toBe(kind === 'decline' ? null : kind === 'point' || kind === 'appeal' ? 'saved' : 'sent')
  expect(await kept()).toBe(0)
})

test('a form that is emptied again is not begun', async () => {
  const { who, of } = writers.ownComment
  const id = randomUUID()
  await keep(who, of, id)
  expect(await keep(who, of, id, '')).toBe('saved')
  expect(await kept()).toBe(0)
})

test('two tabs are two drafts, and the newest is taken up first', async () => {
  const { who, of } = writers.ownComment
  await keep(who, of, randomUUID(), 'Den första')
  await keep(who, of, randomUUID(), 'Den andra', new Date(later.getTime() + 1000))
  expect(await seen(who, of)).toEqual(['Den andra', 'Den första'])
  const begun = await stories.asPerson(who, (tx) => beginForm(tx, of), later)
  expect(begun.text).toBe('Den andra')
})

test('a draft of one form is not written over by another', async () => {
  const id = randomUUID()
  await keep('tindra', writers.point.of, id)
  expect(await keep('tindra', writers.otherTime.of, id, 'Efter tre')).toBeNull()
  expect(await keep('tindra', writers.ownComment.of, id, 'Efter tre')).toBeNull()
  expect(await seen('tindra', writers.point.of)).toEqual([words])
})

test('no file is added to what is not sent with files', async () => {
  const id = randomUUID()
  await keep('tindra', writers.ownComment.of, id)
  expect(await attach(stories, 'tindra', id)).toMatchObject({ outcome: null })
})

test('more than a draft holds is not kept, and what was kept stays', async () => {
  const { who, of } = writers.appeal
  const id = randomUUID()
  const most = 'å'.repeat(longestOwnDraft)
  expect(await keep(who, of, id, most)).toBe('saved')
  expect(await keep(who, of, id, `${most}å`)).toBe('tooLong')
  expect(await seen(who, of)).toEqual([most])
})

test('what is too long to send, and as long again, is still kept', () => {
  const each = { longestAppeal, longestDecline, longestRemark, longestMessage, ...longest }
  for (const [what, most] of Object.entries(each))
    expect(longestOwnDraft, what).toBeGreaterThanOrEqual(2 * most)
})

test('an appeal is begun before the receipt, and taken up when that is signed', async () => {
  const of: DraftOf = { ...declineOf(), kind: 'appeal' }
  expect(await keep('peter', of, randomUUID())).toBe('saved')
  await record(stories, (await begin(stories, 'peter', declineOf().requestId))!, {
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })
  expect(await seen('peter', of)).toEqual([words])
})

test('what was begun in a form goes when it has not been written on for 180 days', async () => {
  for (const kind of kinds) await keep(writers[kind].who, writers[kind].of, randomUUID())
  const daysLater = (days: number) => new Date(later.getTime() + days * 86_400_000 + 1000)
  expect(await serviceCalls(stories, 'service_purge_drafts', daysLater(179))).toBe(0)
  expect(await serviceCalls(stories, 'service_purge_drafts', daysLater(180))).toBe(kinds.length)
  expect(await kept()).toBe(0)
})

test('a draft waits, unseen, while the case is not the writer’s to open', async () => {
  const { who, of } = writers.point
  await keep(who, of, randomUUID())
  await stories.owner.query(
    `update case_file set closed_on = '2026-09-01', readable_until = '2026-09-14' where id = $1`,
    [tindrasCase],
  )
  expect(await seen(who, of, new Date(storyTime.getTime() + 3_600_000))).toEqual([])
})
