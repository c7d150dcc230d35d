import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCase } from '../../app/case/case-page.ts'
import { findNotes } from '../../app/note/notes.ts'
import { pageSize } from '../../app/ui/paging.ts'
import type { PersonTx } from '../../db/connect.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from '../support/asked.ts'
import { idOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// A case of years has thousands of notes. The rule of who reads one is person_note; here it is held against that rule what the
// pages find without asking it of every note, and how many rows they read.
const many = 600

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
  await addNotes()
})
afterAll(() => stories.close())

/**
 * Copies of a note that Tindra may read, two of each hour, released in another order than they happened: some withheld, some to
 * be shown later, some dated ahead. The four that happened last and the four that were released last are among those not shown.
 */
async function addNotes(): Promise<void> {
  const { owner } = stories
  await owner.query('begin')
  // The copies are events of nobody.
  await owner.query('set local session_replication_role = replica')
  await owner.query(
    `create temp table copied on commit drop as
     select k, gen_random_uuid() as note_id, $1::timestamptz - (k / 2 + 1) * interval '1 hour' as happened,
            $1::timestamptz - (k * 7 % ${many} + 1) * interval '1 minute' as released
       from generate_series(0, ${many} - 1) k`,
    [storyTime],
  )
  await owner.query(
    `insert into note select made.* from copied join note on note.id = $1,
       jsonb_populate_record(note, jsonb_build_object('id', note_id,
         'event_at', case when k % 50 = 10 then happened + interval '1 year' else happened end)) made`,
    [storyId('note', 'A1')],
  )
  await owner.query(
    `insert into note_version select made.* from copied join note_version o on o.note_id = $1,
       jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'note_id', copied.note_id)) made`,
    [storyId('note', 'A1')],
  )
  await owner.query(
    `insert into disclosure select made.* from copied join disclosure o on o.note_id = $1 and o.person_id = $2,
       jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'note_id', copied.note_id,
         'shown_from', case when k % 50 = 20 then released + interval '1 day' else released end) ||
         case when k < 4 or k * 7 % ${many} < 4 or k % 9 = 0
           then '{"level": "withheld", "ground": "OSL 12:3", "harm_assessment": "Barnet vill inte."}'::jsonb
           else '{}' end) made`,
    [storyId('note', 'A1'), idOf('tindra')],
  )
  await owner.query('commit')
  await owner.query('analyze note, note_version, disclosure')
}

const asTindra = <T>(work: (tx: PersonTx) => Promise<T>) => stories.asPerson('tindra', work)

/** All that the rule lets Tindra read, newest first. */
async function readable(tx: PersonTx) {
  const notes = tx.selectFrom('person_note').where('case_id', '=', tindrasCase)
  return notes.select(['note_id', 'shown_from']).orderBy('event_at', 'desc').orderBy('note_id').execute()
}

test('the pages of the list are, one after the other, what the rule says', async () => {
  await asTindra(async (tx) => {
    const ids = (await readable(tx)).map(({ note_id }) => note_id)
    expect(ids.length).toBeGreaterThan(400)
    expect(ids.length).toBeLessThan(many)
    const pages = Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) => page)
    for (const page of pages) {
      const found = await findNotes(tx, tindrasCase, page + 1)
      // One more than a page tells that there is another.
      expect(found?.notes.map(({ id }) => id)).toEqual(ids.slice(page * pageSize, (page + 1) * pageSize + 1))
    }
    expect((await findNotes(tx, tindrasCase, pages.length + 1))?.notes).toEqual([])
  })
})

test('the case page names the newest, and the day when a note last came', async () => {
  await asTindra(async (tx) => {
    const all = await readable(tx)
    const found = await findCase(tx, tindrasCase)
    expect(found?.notes.map(({ id }) => id)).toEqual(all.slice(0, 9).map(({ note_id }) => note_id))
    const last = Math.max(...all.map(({ shown_from }) => shown_from.getTime()))
    expect(new Date(found!.changedAt!).getTime()).toBe(last)
  })
})

/** Rows that a page has PostgreSQL read of notes and their versions. A count: it is the same on every machine. */
async function rowsRead(page: (tx: PersonTx) => Promise<unknown>): Promise<number> {
  const read = async (tx: PersonTx) => {
    const { rows } = await sql<{ read: number }>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
       where relname in ('note', 'note_version')`.execute(tx)
    return rows[0]!.read
  }
  return asTindra(async (tx) => {
    const before = await read(tx)
    await page(tx)
    return (await read(tx)) - before
  })
}

test('a page reads what it shows, and not the case', async () => {
  // Each that is shown, its version, and those passed over on the way.
  expect(await rowsRead((tx) => findNotes(tx, tindrasCase, 1))).toBeLessThan(100)
  expect(await rowsRead((tx) => findCase(tx, tindrasCase))).toBeLessThan(100)
  // What it costs to ask the rule of all.
  expect(await rowsRead(readable)).toBeGreaterThan(800)
})
