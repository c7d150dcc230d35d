import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findReading, markItem, readItem } from '../../app/read-together/reading'
import { endReading, findReadingRecord } from '../../app/read-together/records'
import type { TogetherTx } from '../../db/connect'
import type { PersonKey } from '../../db/seed/people'
import { storyId } from '../../db/seed/story-id'
import { alvasCase, eliasCase, tindrasCase } from '../support/asked'
import { everythingShown } from '../support/everything-shown'
import { idOf, municipalityId, sessionFor } from '../support/people'
import { asDevice, openReading, prepare, type, type Chosen } from '../support/reading-together'
import { openStories, storyTime, type Stories } from '../support/stories'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const note = (key: string): Chosen => ({ kind: 'note', id: storyId('note', key) })
const document = (key: string): Chosen => ({ kind: 'document', id: storyId('document', key) })
const [c2, letter] = [note('C2'), document('alva/letter')]
const readingOf = (tx: TogetherTx) => findReading(tx)
const titles = async (as: ReturnType<typeof asDevice>, when?: Date) =>
  (await as(readingOf, when))?.items.map(({ title, kind }) => title ?? kind) ?? null

test.each([
  ['a colleague of another case', { staff: 'samira' }],
  ['staff of another municipality', { staff: 'nils' }],
  ['with a grown-up of the case', { child: idOf('henrik') }],
  ['with the child of another case', { child: idOf('elias') }],
  ['in the case of another child', { caseId: eliasCase }],
] as const)('nothing is prepared by %s, and nothing written', async (_what, wish) => {
  const before = await rowsOf('read_together')
  expect(await prepare(stories, [c2], wish)).toMatchObject({ id: null })
  expect(await rowsOf('read_together')).toBe(before)
})

test('a list holds things of the case alone, in the order they were chosen', async () => {
  await expect(prepare(stories, [note('A3')])).rejects.toMatchObject({ code: '23514' })
  const { as } = await openReading(stories, [letter, note('A3'), c2, { kind: 'plan', id: null }])
  expect(await titles(as)).toEqual(['Brev till Alva', expect.any(String), 'plan'])
})

test('a device reads what is in its list, logs it in the child’s log once, and nothing else of the case', async () => {
  const { as } = await openReading(stories, [c2, letter])
  const read = () => as((tx) => readItem(tx, { kind: 'note', position: 1 }))
  expect(JSON.stringify(await read())).toContain('Alva')
  await read()
  expect(await as((tx) => readItem(tx, { kind: 'document', position: 1 }))).toBeNull()
  expect(await as((tx) => readItem(tx, { kind: 'note', position: 3 }))).toBeNull()
  expect(await logOf('alva')).toEqual([{ actor_kind: 'staff', given_name: 'Olle', note_id: c2.id }])
  // A guardian's log does not speak of it.
  expect(await logOf('henrik')).toEqual([])
})

test('what the child may not read by itself is not read together either', async () => {
  const { as } = await openReading(stories, [note('B1'), note('B2')], {
    staff: 'samira',
    caseId: eliasCase,
    child: idOf('elias'),
  })
  const reading = await as(readingOf)
  expect(reading?.items.map(({ position }) => position)).toEqual([2])
  expect(await as((tx) => readItem(tx, { kind: 'note', position: 1 }))).toBeNull()
  expect(await as((tx) => markItem(tx, 1, 'understood'))).toBe(false)
})

test.each([
  ['note', 'note_id', c2, 1, ['Brev till Alva']],
  ['document', 'document_id', letter, 2, [expect.any(String)]],
] as const)(
  'a %s that is withheld in the middle is gone at once',
  async (kind, column, item, position, left) => {
    const { as } = await openReading(stories, [c2, letter])
    expect(await as((tx) => readItem(tx, { kind, position }))).not.toBeNull()
    await stories.owner.query(
      `update disclosure set level = 'withheld', ground = 'OSL 26:1', harm_assessment = 'Det skadar.', partial_text = null, title = null
      where ${column} = $1 and person_id = $2`,
      [item.id, idOf('alva')],
    )
    const reading = await as(readingOf)
    expect(reading!.items.map(({ title, kind: listed }) => title ?? listed)).toEqual(left)
    expect(reading!.items.map((each) => each.position)).not.toContain(position)
    expect(await as((tx) => readItem(tx, { kind, position }))).toBeNull()
  },
)

test('when the staff member loses the case or leaves, the device is closed', async () => {
  for (const lose of [
    `update caseworker_assignment set valid = daterange(lower(valid), '2026-09-15') where staff_id = $1`,
    `update staff_member set employed = daterange(lower(employed), '2026-09-15') where id = $1`,
  ]) {
    const { as } = await openReading(stories, [c2])
    expect(await titles(as)).toHaveLength(1)
    await stories.owner.query(lose, [idOf('olle')])
    expect(await as(readingOf)).toBeNull()
    await stories.close()
    stories = await openStories()
  }
})

test('when the child may no longer open the case, the device is closed', async () => {
  const { as } = await openReading(stories, [c2])
  await stories.owner.query(
    `update case_file set closed_on = '2026-09-10', readable_until = '2026-09-14' where id = $1`,
    [alvasCase],
  )
  expect(await as(readingOf)).toBeNull()
})

test('a code opens one device once; used, late, taken back and guessed ones open nothing', async () => {
  const used = await prepare(stories, [c2])
  const opened = await Promise.all([type(stories, used.code), type(stories, used.code)])
  expect(opened.filter(Boolean)).toHaveLength(1)
  expect(await type(stories, used.code)).toBeNull()

  const late = await prepare(stories, [c2])
  await stories.owner.query(
    `update together_session set code_until = now() - interval '1 second' where code_hash = $1`,
    [late.code],
  )
  expect(await type(stories, late.code)).toBeNull()

  const taken = await prepare(stories, [c2])
  await stories.asStaff('olle', (tx) => endReading(tx, taken.id!))
  expect(await type(stories, taken.code)).toBeNull()
  expect(await type(stories, Buffer.alloc(32))).toBeNull()
})

test('of a reading that has ended the code opens nothing, also where it is still there', async () => {
  const ended = await prepare(stories, [c2])
  await stories.owner.query('update read_together set ended_at = $2 where id = $1', [ended.id, storyTime])
  expect(await type(stories, ended.code)).toBeNull()
})

// What is taken off the list may be taken off because of who has come into the room.
test('sent again, the same form gives a new code for the list and the company as they are now; once it is opened, nothing', async () => {
  const key = crypto.randomUUID()
  const first = await prepare(stories, [c2, letter], { key })
  const again = await prepare(stories, [letter], { key, company: 'guardian', companyName: 'Lina Ström Berg' })
  expect(again.id).toBe(first.id)
  expect(await type(stories, first.code)).toBeNull()
  const as = asDevice(stories, (await type(stories, again.code))!)
  expect(await titles(as)).toEqual(['Brev till Alva'])
  const third = await prepare(stories, [c2], { key })
  expect(third.id).toBeNull()
  expect(await type(stories, third.code)).toBeNull()
  expect(await titles(as)).toEqual(['Brev till Alva'])
  expect(await stories.asStaff('olle', (tx) => findReadingRecord(tx, again.id!))).toMatchObject({
    company: 'guardian',
    companyName: 'Lina Ström Berg',
    items: [{ documentId: letter.id }],
  })
})

test('an hour later, after its end, and when the staff member signs in anew, the device is closed', async () => {
  const late = await openReading(stories, [c2])
  await stories.owner.query(`update together_session set opened_at = now() - interval '60 minutes'`)
  expect(await late.as(readingOf)).toBeNull()

  const ended = await openReading(stories, [c2])
  expect(await stories.asStaff('samira', (tx) => endReading(tx, ended.id))).toBe(false)
  expect(await titles(ended.as)).toHaveLength(1)
  expect(await stories.asStaff('olle', (tx) => endReading(tx, ended.id))).toBe(true)
  expect(await ended.as(readingOf)).toBeNull()

  const left = await openReading(stories, [c2])
  await stories.database.asService(storyTime, (tx) =>
    sql`select session_start(${municipalityId('ekdala')}, 'staff', ${idOf('olle')}, ${Buffer.alloc(32, 1)}, null, 'computer')`.execute(
      tx,
    ),
  )
  expect(await left.as(readingOf)).toBeNull()
})

test('a token of a device is none of a person’s or of staff, and theirs are none of a device', async () => {
  const { token } = await openReading(stories, [c2])
  const ask = () => Promise.resolve(true)
  expect(await stories.database.asPerson(token, storyTime, ask)).toBeNull()
  expect(await stories.database.asStaff(token, storyTime, ask)).toBeNull()
  for (const who of ['alva', 'olle'] as const)
    expect(await stories.database.asTogether(await sessionFor(stories.owner, who), storyTime, ask)).toBeNull()
  const elsewhere = { ...token, municipalityId: municipalityId('grannby') }
  expect(await stories.database.asTogether(elsewhere, storyTime, ask)).toBeNull()
})

test('a device may read no view and call no function of a person or of staff', async () => {
  const { as } = await openReading(stories, [c2])
  for (const statement of [
    sql`select * from person_note`,
    sql`select * from open_case`,
    sql`select * from readable_now`,
    sql`select * from acting`,
    sql`select * from read_together`,
    sql`select person_read_note(${c2.id})`,
    sql`select staff_end_together(${c2.id})`,
    sql`select log_together(1, null, null)`,
  ])
    await expect(as((tx) => statement.execute(tx))).rejects.toMatchObject({ code: '42501' })
  await expect(
    as(async (tx) => {
      await sql`set local role person`.execute(tx)
      return (await sql`select * from person_note`.execute(tx)).rows
    }),
  ).resolves.toEqual([])
})

test('one reading of the same child knows nothing of another', async () => {
  const first = await openReading(stories, [c2])
  const second = await openReading(stories, [letter])
  await second.as((tx) => markItem(tx, 1, 'understood'))
  const reading = await first.as(readingOf)
  expect(reading?.items).toMatchObject([{ kind: 'note', mark: null }])
})

test.each(['henrik', 'lina', 'tindra'] as const satisfies PersonKey[])(
  'nothing that the database says to %s changes by a reading',
  async (who) => {
    const before = await everythingShown(stories, who)
    const { as, id } = await openReading(stories, [
      c2,
      letter,
      { kind: 'plan', id: null },
      { kind: 'dates', id: null },
    ])
    for (const [position, kind] of [
      [1, 'note'],
      [2, 'document'],
      [3, 'plan'],
    ] as const) {
      await as((tx) => readItem(tx, { kind, position }))
      await as((tx) => markItem(tx, position, 'wondering'))
    }
    await stories.asStaff('olle', (tx) => endReading(tx, id))
    expect(await everythingShown(stories, who)).toBe(before)
  },
)

test('a grown child may be read with too, and a youth', async () => {
  const { as } = await openReading(stories, [note('A3')], {
    staff: 'mira',
    caseId: tindrasCase,
    child: idOf('tindra'),
  })
  expect(await as(readingOf)).toMatchObject({ audience: 'youth', items: [{ kind: 'note' }] })
})

async function rowsOf(table: string): Promise<number> {
  const { rows } = await stories.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]!.count
}

function logOf(who: PersonKey) {
  return stories.asPerson(who, async (tx) => {
    const found = await tx
      .selectFrom('person_access_event')
      .where('action', '=', 'readTogether')
      .select(['actor_kind', 'given_name', 'note_id'])
      .execute()
    return found
  })
}
