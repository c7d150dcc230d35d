import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonTx } from '../../db/connect.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { everythingShown } from '../support/everything-shown.ts'
import { keptFromPeter } from '../support/kept-from-peter.ts'
import { hiddenChanges } from '../support/hidden-changes.ts'
import { eliasCase } from '../support/asked.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  // He has read all he may before anything is hidden: what is new to him would show in his lists.
  await stories.asPerson('peter', readAll, new Date('2026-09-15T08:30:00+02:00'))
})

afterAll(() => stories.close())

const notHis: [string, string][] = [
  ['withheld (B2)', storyId('note', 'B2')],
  ['withheld with its existence (B4)', storyId('note', 'B4')],
  ['a document for Sara alone', storyId('document', 'elias/appeal-sara')],
  ['a version of what he reads in part', storyId('note_version', 'B1')],
  ['of another family', storyId('note', 'A1')],
  ['a document of another family', storyId('document', 'tindra/decision')],
  ['a meeting with Sara', storyId('appointment', 'elias/sara')],
  ['a visit to Elias', storyId('appointment', 'elias/visit')],
  ['a meeting of another family', storyId('appointment', 'tindra/wednesday')],
  ['a question of another family', storyId('question_thread', 'tindra/mentor')],
  ['of another municipality', storyId('note', 'L1')],
  ['Sara herself', storyId('person', 'sara')],
]

test('nothing that is kept from Peter stands in anything the database tells him', async () => {
  const shown = (await everythingShown(stories, 'peter')).toLowerCase()
  expect(shown.length).toBeGreaterThan(10_000)
  expect(keptFromPeter.filter((secret) => shown.includes(secret.toLowerCase()))).toEqual([])
})

test('the same words do stand in what the database tells Sara, so the test above can fail', async () => {
  const shown = (await everythingShown(stories, 'sara')).toLowerCase()
  const found = keptFromPeter.filter((secret) => shown.includes(secret))
  expect(found).toEqual(
    expect.arrayContaining(['sjukhus', 'jourhem', 'kanin', 'lärare', 'jättearg', storyId('note', 'B4')]),
  )
})

test.each(notHis)(
  'every function answers Peter on an id that is %s as on one that does not exist',
  async (_what, id) => {
    const answers = await stories.asPerson('peter', (tx) => allAnswersOn(tx, id))
    const nowhere = await stories.asPerson('peter', (tx) => allAnswersOn(tx, randomUUID()))
    expect(answers).toEqual(nowhere)
  },
)

test('asking for what is not his leaves no trace anywhere', async () => {
  const before = await countOfAll()
  for (const [, id] of notHis) await stories.asPerson('peter', (tx) => allAnswersOn(tx, id))
  expect(await countOfAll()).toEqual(before)
})

const deedsOfSara: [string, (stories: Stories) => Promise<unknown>][] = [
  ['a reading by Sara', ({ asPerson }) => asPerson('sara', readAll)],
  [
    'a remark by Sara',
    ({ asPerson }) =>
      asPerson('sara', (tx) =>
        sql`select person_add_remark(${eliasCase}, ${storyId('note', 'B5')}, null, 'ownComment', 'Tack', gen_random_uuid())`.execute(
          tx,
        ),
      ),
  ],
  [
    'a sign-in by Sara',
    ({ database }) =>
      database.asService(storyTime, (tx) =>
        sql`select session_start(${municipalityOf('sara')}, 'person', ${idOf('sara')}, sha256('sara'), null, 'phone')`.execute(
          tx,
        ),
      ),
  ],
  [
    'new settings of Sara’s',
    ({ asPerson }) =>
      asPerson('sara', (tx) => sql`select person_change_settings('en', 'larger')`.execute(tx)),
  ],
]

test.each(deedsOfSara)('%s changes no byte of what Peter can read', async (_what, deed) => {
  const before = await everythingShown(stories, 'peter')
  await deed(stories)
  expect(await everythingShown(stories, 'peter')).toBe(before)
})

test.each(hiddenChanges)('$what changes no byte of what Peter can read', async ({ change }) => {
  const before = await everythingShown(stories, 'peter')
  await change(stories.owner, municipalityOf('peter'))
  expect(await everythingShown(stories, 'peter')).toBe(before)
})

test('a note that Peter may read does change what he can read, so the test above can fail', async () => {
  const before = await everythingShown(stories, 'peter')
  await stories.owner.query(
    `update disclosure set level = 'title', title = 'Samtal', ground_shown = false
    where note_id = $1 and person_id = $2`,
    [storyId('note', 'B4'), storyId('person', 'peter')],
  )
  expect(await everythingShown(stories, 'peter')).not.toBe(before)
})

async function allAnswersOn(tx: PersonTx, id: string) {
  const questions = [
    sql`select * from person_read_note(${id})`,
    sql`select * from person_read_document(${id})`,
    sql`select * from person_read_thread(${id})`,
    sql`select person_add_remark(${eliasCase}, ${id}, null, 'ownComment', 'Hej', gen_random_uuid())`,
    sql`select person_add_remark(${eliasCase}, null, ${id}, 'disputedFact', 'Hej', gen_random_uuid())`,
    sql`select person_add_remark(${id}, ${storyId('note', 'B1')}, null, 'ownComment', 'Hej', gen_random_uuid())`,
    sql`select * from person_note where note_id = ${id}`,
    sql`select * from person_document where document_id = ${id}`,
    sql`select * from person_plan where plan_id = ${id} or document_id = ${id}`,
    sql`select * from person_question_thread where thread_id = ${id}`,
    sql`select * from person_appointment where appointment_id = ${id}`,
    sql`select * from person_appointment_point where appointment_id = ${id} or point_id = ${id}`,
    sql`select * from person_time_request where appointment_id = ${id}`,
    sql`select person_write_point(${id}, gen_random_uuid(), 'Hej', 'everyone')`,
    sql`select person_ask_for_other_time(${id}, gen_random_uuid(), 'Hej', app_today() + 3)`,
    sql`select person_remove_point(${id}, ${id})`,
    sql`select * from person_access_event where note_id = ${id} or document_id = ${id}`,
    sql`select * from person_remark where note_id = ${id} or document_id = ${id}`,
  ]
  const answers: unknown[] = []
  for (const question of questions) answers.push((await question.execute(tx)).rows)
  return answers
}

async function readAll(tx: PersonTx) {
  for (const note of ['B1', 'B3', 'B4', 'B5'])
    await sql`select from person_read_note(${storyId('note', note)})`.execute(tx)
  await sql`select from person_read_document(${storyId('document', 'elias/custody')})`.execute(tx)
}

async function countOfAll() {
  const { rows } = await stories.owner.query<Record<string, string>>(`
    select (select count(*) from audit_event) as events, (select count(*) from remark) as remarks,
           (select count(*) from message_receipt) as receipts`)
  return rows
}
