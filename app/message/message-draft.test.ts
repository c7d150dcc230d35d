import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { eliasCase, tindrasCase } from '../../tests/support/asked'
import { openStories, storyTime, type Stories } from '../../tests/support/stories'
import { discardDraft } from '../draft/discard-draft'
import { askQuestion } from './ask'
import { beginQuestion } from './begin-question'
import { findReplyDraft, listDrafts, saveDraft, type Written } from './message-draft'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const thursday = storyId('question_thread', 'tindra/thursday')
const nothing = { noteId: null, documentId: null, paragraph: null }
const fresh = { ...nothing, threadId: null, subject: '', text: 'Jag undrar' }

const save = (who: PersonKey, written: Partial<Written> = {}, caseId = tindrasCase, when?: Date) =>
  stories.asPerson(
    who,
    (tx) => saveDraft(tx, caseId, { ...fresh, messageId: randomUUID(), ...written }),
    when,
  )

const drafts = (who: PersonKey, caseId = tindrasCase) => stories.asPerson(who, (tx) => listDrafts(tx, caseId))
const begin = (query: string, who: PersonKey = 'tindra') =>
  stories.asPerson(who, (tx) => beginQuestion(tx, tindrasCase, new URLSearchParams(query)))

test('what is saved again is one draft, with its last words', async () => {
  const messageId = randomUUID()
  await Promise.all([save('tindra', { messageId, text: 'Jag' }), save('tindra', { messageId, text: 'Jag' })])
  expect(await save('tindra', { messageId, text: 'Jag undrar en sak' })).toBe('saved')
  expect(await drafts('tindra')).toMatchObject([{ messageId, text: 'Jag undrar en sak' }])
})

test('a draft is taken up where it was begun: at its note, its paragraph, its thread, or by name', async () => {
  const noteId = storyId('note', 'A3')
  const [plain, ofNote, inThread] = [randomUUID(), randomUUID(), randomUUID()]
  await save('tindra', { messageId: plain })
  await save('tindra', { messageId: ofNote, noteId, paragraph: 1 })
  await save('tindra', { messageId: inThread, threadId: thursday })
  const taken = [
    await begin(''),
    await begin(`anteckning=${noteId}&stycke=1`),
    await begin(`utkast=${ofNote}`),
  ]
  expect(taken.map(({ messageId }) => messageId)).toEqual([plain, ofNote, ofNote])
  const reply = await stories.asPerson('tindra', (tx) => findReplyDraft(tx, tindrasCase, thursday))
  expect(reply?.messageId).toBe(inThread)
})

test.each(['', 'utkast=x', `utkast=${randomUUID()}`, 'anteckning=%00&stycke=NaN', 'sort=x'])(
  'with nothing begun, “%s” opens an empty question',
  async (query) => {
    await save('marie')
    expect(await begin(query)).toMatchObject({ ...fresh, subject: '', text: '', savedAt: null })
  },
)

test.each<[PersonKey, string, Partial<Written>]>([
  ['peter', tindrasCase, {}],
  ['tindra', eliasCase, {}],
  ['marie', tindrasCase, { threadId: thursday }],
  ['marie', tindrasCase, { noteId: storyId('note', 'A3') }],
  ['peter', eliasCase, { noteId: storyId('note', 'B2') }],
  ['peter', eliasCase, { threadId: thursday }],
])('%s keeps no draft where they may not write', async (who, caseId, written) => {
  expect(await save(who, written, caseId)).toBeNull()
  const { rows } = await stories.owner.query('select from message_draft')
  expect(rows).toEqual([])
})

test('a draft is its writer’s alone: nobody in the family or the staff sees, changes or throws it away', async () => {
  const messageId = randomUUID()
  await save('tindra', { messageId })
  expect(await drafts('marie')).toEqual([])
  expect(await save('marie', { messageId, text: 'Mitt nu' })).toBeNull()
  await stories.asPerson('marie', (tx) => discardDraft(tx, messageId))
  expect(await drafts('tindra')).toMatchObject([{ messageId, text: 'Jag undrar' }])
  for (const who of ['mira', 'samira', 'jonas'] as const) {
    const seen = await stories
      .asStaff(who, (tx) => tx.selectFrom('message_draft').select('id').execute())
      .catch(() => [])
    expect(seen).toEqual([])
  }
})

test('a draft that arrives after its message was sent is not kept', async () => {
  const messageId = randomUUID()
  await save('tindra', { messageId })
  await stories.asPerson('tindra', (tx) =>
    askQuestion(tx, { ...fresh, caseId: tindrasCase, subject: 'Jag', messageId, answerBy: '2026-09-22' }),
  )
  expect(await drafts('tindra')).toEqual([])
  expect(await save('tindra', { messageId, text: 'Jag undrar mer' })).toBe('sent')
  expect(await drafts('tindra')).toEqual([])
})

test('a draft waits until the case is no longer theirs to open', async () => {
  await save('tindra')
  const whenClosed = new Date(storyTime.getTime() + 1000)
  await stories.owner.query(
    `update case_file set closed_on = '2026-09-01', readable_until = '2026-09-14' where id = $1`,
    [tindrasCase],
  )
  const seen = await stories.asPerson('tindra', (tx) => listDrafts(tx, tindrasCase), whenClosed)
  expect(seen).toEqual([])
})
