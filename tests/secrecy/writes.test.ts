import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonTx } from '../../db/connect.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { alvasCase, eliasCase, tindrasCase } from '../support/asked.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const note = (key: string) => storyId('note', key)
const document = (key: string) => storyId('document', key)

type Remark = {
  caseId: string
  noteId?: string
  documentId?: string
  kind?: string
  text?: string
  key?: string
}

test.each<[string, Remark]>([
  ['a note of another family', { caseId: tindrasCase, noteId: note('A1') }],
  ['a note of another family under his own case', { caseId: eliasCase, noteId: note('A1') }],
  ['a note of another municipality', { caseId: eliasCase, noteId: note('L1') }],
  ['a note that is withheld', { caseId: eliasCase, noteId: note('B2') }],
  ['a note he may not know of', { caseId: eliasCase, noteId: note('B4') }],
  ['a document for Sara alone', { caseId: eliasCase, documentId: document('elias/appeal-sara') }],
  ['his own note under another case', { caseId: tindrasCase, noteId: note('B3') }],
  ['another family’s case', { caseId: tindrasCase, kind: 'accessRequest' }],
  ['nothing there is', { caseId: randomUUID(), noteId: randomUUID() }],
])('Peter’s remark on %s is answered with null and not written', async (_what, remark) => {
  const before = await stored()
  expect(await stories.asPerson('peter', (tx) => addRemark(tx, remark))).toBeNull()
  expect(await stored()).toEqual(before)
})

test('a remark is kept under the case of its note, also by somebody with two cases', async () => {
  await stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source) values ($1, $2, $3, 'guardian', '[2026-01-19,)', 'test')`,
    [municipalityOf('peter'), alvasCase, idOf('peter')],
  )
  const before = await stored()
  const crossed = [
    { caseId: alvasCase, noteId: note('B3') },
    { caseId: alvasCase, documentId: document('elias/custody') },
  ]
  for (const remark of crossed)
    expect(await stories.asPerson('peter', (tx) => addRemark(tx, remark))).toBeNull()
  expect(await stored()).toEqual(before)
})

test.each<[string, Remark]>([
  ['a note he reads in full', { caseId: eliasCase, noteId: note('B3'), kind: 'disputedFact' }],
  ['a note he reads in part', { caseId: eliasCase, noteId: note('B1'), kind: 'accessRequest' }],
  ['a decision', { caseId: eliasCase, documentId: document('elias/custody') }],
  ['his case', { caseId: eliasCase, kind: 'accessRequest' }],
])('Peter’s remark on %s is kept beside it and written in the log', async (_what, remark) => {
  const before = await stored()
  const id = await stories.asPerson('peter', (tx) =>
    addRemark(tx, { text: 'Det stämmer inte. 🌧️ لا', ...remark }),
  )
  const kept = await stories.asPerson('peter', (tx) =>
    tx.selectFrom('person_remark').where('remark_id', '=', id).selectAll().execute(),
  )
  expect(kept).toMatchObject([
    { text: 'Det stämmer inte. 🌧️ لا', note_id: remark.noteId ?? null, answer: null },
  ])
  expect(await stored()).toEqual({ remarks: before.remarks + 1, events: before.events + 1 })
  expect(
    await stories.asPerson('sara', (tx) => tx.selectFrom('person_remark').select('remark_id').execute()),
  ).toEqual([])
})

test('the same form sent twice is one remark and one line in the log', async () => {
  const remark = {
    caseId: tindrasCase,
    noteId: note('A3'),
    text: 'Jag gör det varje dag.',
    key: randomUUID(),
  }
  const before = await stored()
  const first = await stories.asPerson('tindra', (tx) => addRemark(tx, remark))
  const second = await stories.asPerson('tindra', (tx) => addRemark(tx, remark))
  expect(second).toBe(first)
  expect(await stored()).toEqual({ remarks: before.remarks + 1, events: before.events + 1 })
})

test('two sends of the same form at once are one remark', async () => {
  const remark = { caseId: tindrasCase, noteId: note('A3'), key: randomUUID() }
  const before = await stored()
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => stories.asPerson('tindra', (tx) => addRemark(tx, remark))),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await stored()).toEqual({ remarks: before.remarks + 1, events: before.events + 1 })
})

test('the form key of somebody else opens nothing of theirs', async () => {
  const key = randomUUID()
  const hers = await stories.asPerson('tindra', (tx) =>
    addRemark(tx, { caseId: tindrasCase, noteId: note('A3'), key }),
  )
  const his = await stories.asPerson('peter', (tx) =>
    addRemark(tx, { caseId: eliasCase, noteId: note('B3'), key }),
  )
  expect(his).not.toBe(hers)
  expect(
    await stories.asPerson('peter', (tx) =>
      addRemark(tx, { caseId: eliasCase, noteId: note('B4'), key: randomUUID() }),
    ),
  ).toBeNull()
})

test.each<[string, Remark]>([
  ['no text', { caseId: tindrasCase, noteId: note('A3'), text: '' }],
  ['5,001 characters', { caseId: tindrasCase, noteId: note('A3'), text: 'a'.repeat(5001) }],
  ['a kind of its own making', { caseId: tindrasCase, noteId: note('A3'), kind: 'praise' }],
  ['a complaint about nothing', { caseId: tindrasCase, kind: 'disputedFact' }],
  [
    'both a note and a document',
    { caseId: tindrasCase, noteId: note('A3'), documentId: document('tindra/decision') },
  ],
])('the table refuses a remark with %s', async (_what, remark) => {
  const before = await stored()
  await expect(stories.asPerson('tindra', (tx) => addRemark(tx, remark))).rejects.toThrow(
    /violates check constraint/,
  )
  expect(await stored()).toEqual(before)
})

test('5,000 characters fit, counted as people count them', async () => {
  const text = '🌧'.repeat(5000)
  const id = await stories.asPerson('tindra', (tx) =>
    addRemark(tx, { caseId: tindrasCase, noteId: note('A3'), text }),
  )
  expect(id).not.toBeNull()
})

test.each([
  ['a note', 'person_read_note', note('A3'), 'readNote', 'note_id'],
  ['a document', 'person_read_document', document('tindra/decision'), 'readDocument', 'document_id'],
  [
    'a question',
    'person_read_thread',
    storyId('question_thread', 'tindra/mentor'),
    'readThread',
    'thread_id',
  ],
])(
  'reading %s is one line in the log, and none when the reading is undone',
  async (_what, reader, id, action, column) => {
    const readings = async () => {
      const { rows } = await stories.owner.query<{ count: number }>(
        `select count(*) from audit_event where action = $1 and ${column} = $2 and actor_id = $3`,
        [action, id, idOf('tindra')],
      )
      return rows[0]!.count
    }
    const read = (tx: PersonTx) => sql`select * from ${sql.ref(reader)}(${id})`.execute(tx)
    const before = await readings()
    await stories.asPerson('tindra', read)
    expect(await readings()).toBe(before + 1)
    const lost = stories.asPerson('tindra', async (tx) => {
      await read(tx)
      throw new Error('the connection is lost')
    })
    await expect(lost).rejects.toThrow('the connection is lost')
    expect(await readings()).toBe(before + 1)
  },
)

test('the first reading of an answer leaves its receipt, later ones leave it as it was', async () => {
  const thread = storyId('question_thread', 'tindra/thursday')
  const readAt = (moment: string) =>
    stories.asPerson(
      'tindra',
      (tx) =>
        sql<{ is_mine: boolean; seen_at: Date }>`select * from person_read_thread(${thread})`.execute(tx),
      new Date(moment),
    )
  await readAt('2026-09-15T09:05:00+02:00')
  const { rows } = await readAt('2026-09-15T10:00:00+02:00')
  expect(rows.find((row) => !row.is_mine)?.seen_at).toEqual(new Date('2026-09-15T09:05:00+02:00'))
})

test('settings are one’s own: nobody else’s row and no other column changes', async () => {
  const rowsOf = async () =>
    (await stories.owner.query<{ id: string }>('select * from person order by id')).rows
  const before = await rowsOf()
  await stories.asPerson('marie', (tx) => sql`select person_change_settings('ar', 'larger')`.execute(tx))
  const expected = before.map((row) =>
    row.id === idOf('marie') ? { ...row, language: 'ar', text_size: 'larger' } : row,
  )
  expect(await rowsOf()).toEqual(expected)
})

test.each([
  ['a language there is not', 'xx', 'normal'],
  ['a size there is not', 'sv', 'huge'],
])('%s changes nothing', async (_what, language, size) => {
  const changed = stories.asPerson('marie', (tx) =>
    sql`select person_change_settings(${language}, ${size})`.execute(tx),
  )
  await expect(changed).rejects.toThrow(/violates check constraint/)
})

async function addRemark(
  tx: PersonTx,
  { caseId, noteId, documentId, kind = 'ownComment', text = 'Hej', key = randomUUID() }: Remark,
) {
  const { rows } = await sql<{ id: string | null }>`
    select person_add_remark(${caseId}, ${noteId ?? null}, ${documentId ?? null}, ${kind}, ${text}, ${key}) as id`.execute(
    tx,
  )
  return rows[0]!.id
}

async function stored() {
  const { rows } = await stories.owner.query<{ remarks: number; events: number }>(
    'select (select count(*) from remark) as remarks, (select count(*) from audit_event) as events',
  )
  return rows[0]!
}
