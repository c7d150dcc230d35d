import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase, tindrasCase } from '../../tests/support/asked.ts'
import { idOf } from '../../tests/support/people.ts'
import { openStories, type Stories } from '../../tests/support/stories.ts'
import { addRemark } from './add-remark'
import { answerRemark, findRemark } from './answer-remark'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const onNote = { tindra: storyId('note', 'A3'), sara: storyId('note', 'B1') }
const caseOf = { tindra: tindrasCase, sara: eliasCase }

test('a remark stands beside the newest signed text it is about', async () => {
  const id = await remarkOf('tindra')
  const found = await stories.asStaff('mira', (tx) => findRemark(tx, id))
  expect(found).toMatchObject({ kind: 'disputedFact', givenName: 'Tindra', answer: null })
  expect(found?.paragraphs?.length).toBeGreaterThan(0)
  expect(found?.title).toBe('Enskilt samtal med Tindra')
})

test('an answer stands as it was first given: by whom, when, and once in the log', async () => {
  const id = await remarkOf('tindra')
  expect(await stories.asStaff('samira', (tx) => answerRemark(tx, id, 'Tack, jag rättar.'))).toBe(true)
  expect(await stories.asStaff('mira', (tx) => answerRemark(tx, id, 'Något annat.'))).toBe(false)
  const found = await stories.asStaff('mira', (tx) => findRemark(tx, id))
  expect(found).toMatchObject({ answer: 'Tack, jag rättar.', answeredBy: 'Samira' })
  const { rows } = await stories.owner.query<{ actor_id: string }>(
    `select actor_id from audit_event where remark_id = $1 and action = 'answeredRemark'`,
    [id],
  )
  expect(rows).toEqual([{ actor_id: idOf('samira') }])
})

test.each([
  ['two answers at once become one', 'Två', [false, true]],
  ['the same answer sent twice at once is given', 'Ett', [true, true]],
])('%s', async (_what, other, given) => {
  const id = await remarkOf('tindra')
  const both = await Promise.all([
    stories.asStaff('mira', (tx) => answerRemark(tx, id, 'Ett')),
    stories.asStaff('samira', (tx) => answerRemark(tx, id, other)),
  ])
  expect(both.toSorted()).toEqual(given)
})

test('a remark in a case that is not theirs is neither found nor answered', async () => {
  const id = await remarkOf('sara')
  expect(await stories.asStaff('mira', (tx) => findRemark(tx, id))).toBeUndefined()
  expect(await stories.asStaff('mira', (tx) => answerRemark(tx, id, 'Nej.'))).toBe(false)
  expect(await stories.asStaff('mira', (tx) => findRemark(tx, randomUUID()))).toBeUndefined()
})

async function remarkOf(who: PersonKey & keyof typeof onNote): Promise<string> {
  const id = await stories.asPerson(who, (tx) =>
    addRemark(tx, {
      caseId: caseOf[who],
      noteId: onNote[who],
      documentId: null,
      kind: 'disputedFact',
      text: 'Så var det inte.',
      formKey: randomUUID(),
    }),
  )
  if (!id) throw new Error('the remark was not taken')
  return id
}
