import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSignedNote } from '../../app/note/read-signed-note'
import { findRemark } from '../../app/remark/answer-remark'
import type { StaffTx } from '../../db/connect.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from '../support/asked.ts'
import { findRelease } from '../support/draft-note.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { addDraft } from '../support/staff-writes.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// Mira leads Tindra's case, Samira is its deputy, Jonas leads their unit; Olle and Eva have no part in it.
const note = storyId('note', 'A3')
const decision = storyId('document', 'tindra/decision')
const remarkOnNote = randomUUID()
const remarkOnDocument = randomUUID()

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  for (const [id, about] of [
    [remarkOnNote, { note_id: note, document_id: null }],
    [remarkOnDocument, { note_id: null, document_id: decision }],
  ] as const) {
    await stories.owner.query(
      `insert into remark (municipality_id, id, case_id, note_id, document_id, person_id, kind, text, form_key, written_at)
       values ($1, $2, $3, $4, $5, $6, 'ownComment', 'Så var det.', $2, $7)`,
      [
        municipalityOf('tindra'),
        id,
        tindrasCase,
        about.note_id,
        about.document_id,
        idOf('tindra'),
        storyTime,
      ],
    )
  }
})

afterAll(() => stories.close())

type Reading = { way: string; read: (tx: StaffTx) => Promise<unknown>; line: 'readNote' | 'readDocument' }

const readings: Reading[] = [
  {
    way: 'the note',
    read: (tx) => sql`select * from staff_read_note(${note}::uuid)`.execute(tx).then(({ rows }) => rows[0]),
    line: 'readNote',
  },
  {
    way: 'the document',
    read: (tx) =>
      sql`select * from staff_read_document(${decision}::uuid)`.execute(tx).then(({ rows }) => rows[0]),
    line: 'readDocument',
  },
  {
    way: 'the file of the document',
    read: (tx) =>
      sql<{ bytes: Buffer | null }>`select staff_read_document_file(${decision}::uuid) as bytes`
        .execute(tx)
        .then(({ rows }) => rows[0]?.bytes),
    line: 'readDocument',
  },
  { way: 'the page of the note', read: (tx) => readSignedNote(tx, note), line: 'readNote' },
  {
    way: 'the readers’ page of the note',
    read: (tx) => findRelease(tx, note),
    line: 'readNote',
  },
  { way: 'a remark on the note', read: (tx) => findRemark(tx, remarkOnNote), line: 'readNote' },
  { way: 'a remark on the document', read: (tx) => findRemark(tx, remarkOnDocument), line: 'readDocument' },
]

const mayRead: StaffKey[] = ['mira', 'samira', 'jonas']
const mayNot: StaffKey[] = ['olle', 'eva', 'nils']

test.each(readings.flatMap((reading) => mayRead.map((who) => ({ ...reading, who }))))(
  '$who, to whom the case is open, reads $way and the log has one line of it',
  async ({ who, read, line }) => {
    const before = await linesOf(who)
    expect(await stories.asStaff(who, read)).toBeTruthy()
    expect((await linesOf(who)).slice(before.length)).toEqual([
      {
        action: line,
        note_id: line === 'readNote' ? note : null,
        document_id: line === 'readDocument' ? decision : null,
      },
    ])
  },
)

test.each(readings.flatMap((reading) => mayNot.map((who) => ({ ...reading, who }))))(
  '$who, to whom the case is not open, reads nothing of $way, and the log has no line',
  async ({ who, read }) => {
    const before = await linesOf(who)
    expect((await stories.asStaff(who, read)) ?? null).toBeNull()
    expect(await linesOf(who)).toEqual(before)
  },
)

const texts: Record<string, string[]> = {
  note_version: [
    'paragraphs',
    'child_title',
    'child_text',
    'child_text_easy',
    'draft_text',
    'change_reason',
    'read_back_to',
  ],
  document_version: ['content', 'child_title', 'child_text', 'change_reason'],
}

test.each(
  Object.entries(texts).flatMap(([table, columns]) => columns.map((column) => [table, column] as const)),
)('staff select no %s.%s: text is read where the reading is written', async (table, column) => {
  const selected = stories.asStaff('mira', (tx) =>
    sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(tx),
  )
  await expect(selected).rejects.toThrow(/permission denied/)
})

test.each<[StaffKey, boolean]>([
  ['mira', true],
  ['samira', false],
  ['jonas', false],
  ['olle', false],
])('the text of a draft of Mira’s is read by %s: %s', async (who, isRead) => {
  const versionId = randomUUID()
  await stories.asStaff('mira', (tx) => addDraft(tx, { noteId: note, versionId, writer: 'mira', number: 2 }))
  try {
    const rows = await stories.asStaff(who, (tx) =>
      tx.selectFrom('staff_draft').select('draft_text').where('id', '=', versionId).execute(),
    )
    expect(rows).toHaveLength(isRead ? 1 : 0)
  } finally {
    await stories.owner.query('delete from note_version where id = $1', [versionId])
  }
})

test('a plan that is read by a person leaves the line of its document, once each', async () => {
  const before = await linesOf('tindra')
  const { rows } = await stories.asPerson('tindra', (tx) =>
    sql`select * from person_read_plans(${tindrasCase}::uuid, 10)`.execute(tx),
  )
  expect(rows).toHaveLength(1)
  expect((await linesOf('tindra')).slice(before.length)).toEqual([
    { action: 'readDocument', note_id: null, document_id: storyId('document', 'tindra/plan') },
  ])
  const select = stories.asPerson('tindra', (tx) => sql`select summary from plan`.execute(tx))
  await expect(select).rejects.toThrow(/permission denied/)
})

async function linesOf(who: StaffKey | 'tindra') {
  const { rows } = await stories.owner.query<{
    action: string
    note_id: string | null
    document_id: string | null
  }>(
    `select action, note_id, document_id from audit_event
      where actor_id = $1 and action in ('readNote', 'readDocument') order by ctid`,
    [idOf(who)],
  )
  return rows
}
