import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { discardDraft } from '../../app/draft/discard-draft.ts'
import type { DraftOf } from '../../app/draft/draft-fields.ts'
import { keepForm } from '../../app/draft/form-draft.ts'
import { saveDraft } from '../../app/message/message-draft.ts'
import { findUnsendable, findUnsendableTo, listUnsendable } from '../../app/message/unsendable-draft.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from '../support/asked.ts'
import { writersOf, type Writer } from '../support/form-drafts.ts'
import { aboutNote, aboutNothing, thursday } from '../support/questions.ts'
import { later } from '../support/signing-rows.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
let writers: Record<DraftOf['kind'], Writer>
beforeEach(async () => {
  stories = await openStories()
  writers = await writersOf(stories)
})
afterEach(() => stories.close())

const words = 'Jag hann inte skriva klart'
const begin = async ({ who, of }: Writer) => {
  const id = randomUUID()
  expect(await stories.asPerson(who, (tx) => keepForm(tx, of, { id, text: words }), later)).toBe('saved')
  return id
}
const beginMessage = async (changed: { threadId?: string | null; noteId?: string | null } = {}) => {
  const id = randomUUID()
  const written = { ...aboutNothing, threadId: null, subject: '', text: words, ...changed, messageId: id }
  expect(await stories.asPerson('tindra', (tx) => saveDraft(tx, tindrasCase, written), later)).toBe('saved')
  return id
}
const listed = (who: PersonKey, caseId: string, when: Date) =>
  stories.asPerson(who, async (tx) => (await listUnsendable(tx, caseId)).map(({ id }) => id), when)

const tenOnMonday = new Date('2026-09-21T10:00:00+02:00')
const beforeTen = new Date(tenOnMonday.getTime() - 1000)
const owner = (statement: string) => stories.owner.query(statement)
const hideA3 = () =>
  owner(`update disclosure set shown_from = '2027-01-01' where note_id = '${storyId('note', 'A3')}'`)
const removeTindra = () =>
  owner(`update appointment_participant set removed_at = '2026-09-15 12:00+02' where person_id is not null`)

type Change = () => Promise<unknown>
const nothing: Change = () => Promise.resolve()
type Row = [what: string, kind: DraftOf['kind'], change: Change, when: Date, isUnsendable: boolean]
const rows: Row[] = [
  ['a point, a second before its meeting', 'point', nothing, beforeTen, false],
  ['a point, when its meeting has begun', 'point', nothing, tenOnMonday, true],
  ['a point of a meeting its writer is not part of any more', 'point', removeTindra, later, true],
  ['another time, before the meeting', 'otherTime', nothing, beforeTen, false],
  ['another time, when the meeting has begun', 'otherTime', nothing, tenOnMonday, true],
  ['an appeal, on its last day', 'appeal', nothing, new Date('2026-10-06T23:59:00+02:00'), false],
  ['an appeal, the day after', 'appeal', nothing, new Date('2026-10-07T00:00:00+02:00'), true],
  ['a no, while it is asked for', 'decline', nothing, later, false],
  [
    'a no, to what is asked for no more',
    'decline',
    () => owner(`update signature_request set state = 'cancelled' where state = 'asked'`),
    later,
    true,
  ],
  ['a remark on a note', 'disputedFact', nothing, tenOnMonday, false],
  ['a remark on a note that is not read any more', 'disputedFact', hideA3, later, true],
  ['a wish to be contacted', 'contactRequest', nothing, tenOnMonday, false],
  ['a wish to read', 'accessRequest', nothing, tenOnMonday, false],
]
test.each(rows)(
  '%s: its writer finds the words among what can be sent no more only when it cannot',
  async (_what, kind, change, when, isUnsendable) => {
    const { who, of } = writers[kind]
    const id = await begin(writers[kind])
    await change()
    expect(await listed(who, of.caseId, when)).toEqual(isUnsendable ? [id] : [])
    const found = await stories.asPerson(who, (tx) => findUnsendable(tx, of.caseId, id), when)
    expect(found?.text).toBe(isUnsendable ? words : undefined)
  },
)

const close = () => owner(`update case_file set closed_on = '2026-09-15' where id = '${tindrasCase}'`)
const ofMessages: [what: string, changed: Parameters<typeof beginMessage>[0], Change, boolean][] = [
  ['a question', {}, nothing, false],
  ['a question in a case that has ended', {}, close, true],
  ['a reply', { threadId: thursday }, nothing, false],
  ['a reply in a case that has ended', { threadId: thursday }, close, true],
  ['a question about a note', aboutNote('A3'), nothing, false],
  ['a question about a note that is not read any more', aboutNote('A3'), hideA3, true],
]
test.each(ofMessages)('%s: the same', async (_what, changed, change, isUnsendable) => {
  const id = await beginMessage(changed)
  await change()
  expect(await listed('tindra', tindrasCase, later)).toEqual(isUnsendable ? [id] : [])
})

test('what is kept just after the case was closed is found there too', async () => {
  await close()
  const id = await beginMessage()
  expect(await listed('tindra', tindrasCase, later)).toEqual([id])
})

test('they are found and thrown away by their writer alone, and not in another case', async () => {
  const { who, of } = writers.point
  const id = await begin(writers.point)
  for (const other of ['marie', 'peter', 'sara', 'lina'] as const) {
    expect(await listed(other, of.caseId, tenOnMonday), other).toEqual([])
    const found = await stories.asPerson(other, (tx) => findUnsendable(tx, of.caseId, id), tenOnMonday)
    expect(found, other).toBeUndefined()
    await stories.asPerson(other, (tx) => discardDraft(tx, id), tenOnMonday)
  }
  expect(await listed(who, writers.appeal.of.caseId, tenOnMonday)).toEqual([])
  expect(await listed(who, of.caseId, tenOnMonday)).toEqual([id])
  await stories.asPerson(who, (tx) => discardDraft(tx, id), tenOnMonday)
  expect(await listed(who, of.caseId, tenOnMonday)).toEqual([])
})

test('whoever has lost the right to the case sees nothing of what they began in it', async () => {
  const { who, of } = writers.point
  const id = await begin(writers.point)
  await owner(
    `update case_file set closed_on = '2026-09-01', readable_until = '2026-09-14' where id = '${tindrasCase}'`,
  )
  expect(await listed(who, of.caseId, tenOnMonday)).toEqual([])
  expect(await stories.asPerson(who, (tx) => findUnsendable(tx, of.caseId, id), tenOnMonday)).toBeUndefined()
})

const aboutOf = (who: PersonKey, caseId: string, id: string, when: Date) =>
  stories.asPerson(
    who,
    async (tx) => {
      const draft = await findUnsendable(tx, caseId, id)
      return draft && findUnsendableTo(tx, caseId, draft)
    },
    when,
  )

test('what they were about is told while its writer may know of it', async () => {
  const point = await begin(writers.point)
  expect(await aboutOf('tindra', tindrasCase, point, tenOnMonday)).toEqual({
    to: 'meeting',
    id: (writers.point.of as Extract<DraftOf, { appointmentId: string }>).appointmentId,
    startsAt: tenOnMonday,
  })
  const appeal = await begin(writers.appeal)
  expect(
    await aboutOf('sara', writers.appeal.of.caseId, appeal, new Date('2026-10-07T00:00:00+02:00')),
  ).toMatchObject({ to: 'item', item: { what: 'document' } })
  const reply = await beginMessage({ threadId: thursday })
  const remark = await begin(writers.disputedFact)
  await removeTindra()
  await hideA3()
  await close()
  expect(await aboutOf('tindra', tindrasCase, reply, later)).toMatchObject({ to: 'thread', id: thursday })
  // They can know neither of the meeting nor of the note any longer: their words are all there is.
  expect(await aboutOf('tindra', tindrasCase, point, later)).toBeNull()
  expect(await aboutOf('tindra', tindrasCase, remark, later)).toBeNull()
})
