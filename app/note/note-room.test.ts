import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id'
import { eliasCase, tindrasCase } from '../../tests/support/asked'
import { openStories, type Stories } from '../../tests/support/stories'
import { addRemark, type NewRemark } from '../remark/add-remark'
import { findNotes } from './notes'
import { findNote, readNote } from './read-note'
import { findRemarkSubject } from '../remark/remark-subject'

const privateTalk = storyId('note', 'A3')
const peterPartial = storyId('note', 'B1')
const peterWithheld = storyId('note', 'B4')

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const remark = (changes: Partial<NewRemark>): NewRemark => ({
  caseId: tindrasCase,
  noteId: privateTalk,
  documentId: null,
  kind: 'disputedFact',
  text: 'Det stämmer inte.',
  formKey: randomUUID(),
  ...changes,
})

describe('a note', () => {
  test('is given with whose words are the reader’s own and how it came to be', async () => {
    const [newest] = await stories.asPerson('tindra', (tx) => readNote(tx, privateTalk))
    expect(newest).toMatchObject({ number: 1, origin: 'spoken', readBackTo: 'Tindra' })
    expect(newest?.paragraphs).toContainEqual(expect.objectContaining({ voice: 'statement', isYou: true }))
  })

  test.each([
    ['held back from the reader for now', 'marie', tindrasCase, privateTalk],
    ['withheld', 'peter', eliasCase, peterWithheld],
    ['of another case', 'tindra', eliasCase, privateTalk],
    ['that does not exist', 'tindra', tindrasCase, randomUUID()],
  ] as const)('%s is not found', async (_what, who, caseId, noteId) => {
    expect(await stories.asPerson(who, (tx) => findNote(tx, caseId, noteId))).toBeUndefined()
  })

  test('opened in part has its own text alone, and says why only where that may be told', async () => {
    const [note, versions] = await stories.asPerson('peter', async (tx) => [
      await findNote(tx, eliasCase, peterPartial),
      await readNote(tx, peterPartial),
    ])
    expect(note?.level).toBe('partial')
    expect(versions).toMatchObject([{ origin: null, source: null, childText: null }])
    expect(JSON.stringify([note, versions])).not.toMatch(/blåmärke|läraren/i)
  })

  test('is looked up without being read, and read when its text is asked for', async () => {
    const [before, looked, read] = await stories.asPerson('sara', async (tx) => {
      const own = storyId('note', 'B4')
      const isNew = async () => (await findNotes(tx, eliasCase, 1))?.notes.find(({ id }) => id === own)?.isNew
      const first = await isNew()
      await findNote(tx, eliasCase, own)
      const second = await isNew()
      await readNote(tx, own)
      return [first, second, await isNew()]
    })
    expect([before, looked, read]).toEqual([true, true, false])
  })
})

describe('a remark', () => {
  test('stands with the note, once however often its form is sent', async () => {
    const sent = remark({ text: 'En gång.' })
    const first = await stories.asPerson('tindra', (tx) => addRemark(tx, sent))
    const second = await stories.asPerson('tindra', (tx) => addRemark(tx, sent))
    expect(second).toBe(first)
    const note = await stories.asPerson('tindra', (tx) => findNote(tx, tindrasCase, privateTalk))
    expect(note?.remarks.filter(({ text }) => text.startsWith('En gång'))).toMatchObject([
      { id: first, kind: 'disputedFact', text: 'En gång.', answer: null },
    ])
  })

  test('that is changed and sent again from the same form stands beside the first, once', async () => {
    const sent = remark({ text: 'Två gånger.' })
    const changed = { ...sent, text: 'Två gånger, och mer.' }
    const made = []
    for (const each of [sent, changed, changed])
      made.push(await stories.asPerson('tindra', (tx) => addRemark(tx, each)))
    expect(new Set(made).size).toBe(2)
    const note = await stories.asPerson('tindra', (tx) => findNote(tx, tindrasCase, privateTalk))
    expect(note?.remarks.map(({ text }) => text)).toEqual(expect.arrayContaining([sent.text, changed.text]))
  })

  test('is taken on a note that is read in part', async () => {
    const sent = remark({ caseId: eliasCase, noteId: peterPartial, kind: 'accessRequest' })
    expect(await stories.asPerson('peter', (tx) => addRemark(tx, sent))).not.toBeNull()
  })

  test.each([
    ['a withheld note', 'peter', remark({ caseId: eliasCase, noteId: peterWithheld })],
    ['somebody else’s note', 'peter', remark({})],
    ['a note through another case', 'tindra', remark({ caseId: eliasCase })],
    ['somebody else’s case', 'peter', remark({ noteId: null, kind: 'accessRequest' })],
  ] as const)('on %s is not taken', async (_what, who, sent) => {
    expect(await stories.asPerson(who, (tx) => addRemark(tx, sent))).toBeNull()
  })

  test('asking about the case alone stands on the request’s own page', async () => {
    const sent = remark({ noteId: null, kind: 'accessRequest', text: 'Allt från mars.' })
    await stories.asPerson('tindra', (tx) => addRemark(tx, sent))
    const subject = await stories.asPerson('tindra', (tx) => findRemarkSubject(tx, tindrasCase, null))
    expect(subject?.requests.map(({ text }) => text)).toEqual(['Allt från mars.'])
  })
})
