import { randomUUID } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentQuestion, documentVersion, readDocument } from '../../app/document/read-document.ts'
import { noteQuestion, noteVersion, readNote } from '../../app/note/read-note.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { casesOf, eliasCase, novasCase, tindrasCase } from '../support/asked.ts'
import { idOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// The pages of a note and of a document find what is shown and write that it was read, in one question.
let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const pageFor = async <Page>(who: PersonKey, question: CompiledQuery<{ page: Page }>) =>
  (await stories.asPerson(who, (tx) => tx.executeQuery(question))).rows[0]!.page

async function readings() {
  const { rows } = await stories.owner.query<Record<string, unknown>>(
    `select municipality_id, at, actor_kind, actor_id, action, case_id, note_id, document_id, device
       from audit_event where action in ('readNote', 'readDocument') and at >= $1`,
    [storyTime],
  )
  return rows
}

const note = storyId('note', 'A3')
const document = storyId('document', 'tindra/basis')
const items = [
  {
    of: 'a note',
    opens: (caseId: string, id: string, isOpened: boolean) => noteQuestion(caseId, id, isOpened),
    id: note,
    hidden: storyId('note', 'B4'),
    log: { action: 'readNote', note_id: note, document_id: null },
  },
  {
    of: 'a document',
    opens: (caseId: string, id: string, isOpened: boolean) => documentQuestion(caseId, id, isOpened),
    id: document,
    hidden: storyId('document', 'tindra/decision'),
    log: { action: 'readDocument', note_id: null, document_id: document },
  },
] as const

describe.each(items)('the page of $of', ({ opens, id, hidden, log }) => {
  test('is written once as a reading, with its reader and its case', async () => {
    expect(await pageFor('tindra', opens(tindrasCase, id, true))).toMatchObject({
      versions: expect.arrayContaining([expect.anything()]) as unknown,
    })
    expect(await readings()).toEqual([
      expect.objectContaining({
        ...log,
        actor_kind: 'person',
        actor_id: idOf('tindra'),
        case_id: tindrasCase,
      }),
    ])
  })

  test('that is not opened has no text, and nothing is written', async () => {
    expect(await pageFor('tindra', opens(tindrasCase, id, false))).toMatchObject({ versions: null })
    expect(await readings()).toEqual([])
  })

  test.each([
    ['somebody else’s', 'peter', tindrasCase, id],
    ['of another case', 'tindra', eliasCase, id],
    ['hidden from the reader', 'peter', eliasCase, hidden],
    ['unknown', 'tindra', tindrasCase, randomUUID()],
  ] as const)('%s is nothing, and nothing is written', async (_what, who, caseId, which) => {
    expect(await pageFor(who, opens(caseId, which, true))).toBeNull()
    expect(await readings()).toEqual([])
  })
})

test('nothing is shown of a case that is closed to the reader, whatever else is open to them', async () => {
  const [elias, custody] = [storyId('note', 'B2'), storyId('document', 'elias/custody')]
  const shown = async () => [
    await pageFor('sara', noteQuestion(eliasCase, elias, true)),
    await pageFor('sara', documentQuestion(eliasCase, custody, true)),
  ]
  expect(await shown()).not.toContain(null)
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     select municipality_id, $2, person_id, role, valid, source from case_party where case_id = $1 and person_id = $3`,
    [eliasCase, novasCase, idOf('sara')],
  )
  await stories.owner.query('delete from case_party where case_id = $1 and person_id = $2', [
    eliasCase,
    idOf('sara'),
  ])
  expect(await casesOf(stories, 'sara', storyTime.toISOString())).toEqual([novasCase])
  expect(await shown()).toEqual([null, null])
})

const likeJson = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' && /^\d{4}-\d\d-\d\dT/.test(each) ? Date.parse(each) : each,
  ) as unknown

test.each(['tindra', 'marie', 'peter', 'sara', 'lina'] as const)(
  '%s is shown the text that reading gives',
  async (who) => {
    const [notes, documents] = await stories.asPerson(who, async (tx) => [
      await tx.selectFrom('person_note').select(['case_id', 'note_id']).execute(),
      await tx.selectFrom('person_document').select(['case_id', 'document_id']).execute(),
    ])
    for (const each of notes) {
      const page = await pageFor(who, noteQuestion(each.case_id, each.note_id, true))
      const read = await stories.asPerson(who, (tx) => readNote(tx, each.note_id))
      expect(likeJson(page!.versions!.map(noteVersion))).toEqual(likeJson(read))
    }
    for (const each of documents) {
      const page = await pageFor(who, documentQuestion(each.case_id, each.document_id, true))
      const read = await stories.asPerson(who, (tx) => readDocument(tx, each.document_id))
      expect(likeJson(page!.versions!.map(documentVersion))).toEqual(likeJson(read))
    }
    expect(notes.length + documents.length).toBeGreaterThan(0)
  },
)
