import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decryptNumber, lookupHash } from '../../app/person/personal-identity-number.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { everythingShown } from '../../tests/support/everything-shown.ts'
import { testKeys } from '../../tests/support/keys.ts'
import { openStories, type Stories } from '../../tests/support/stories.ts'
import { people, staff } from './people.ts'
import { seedStories } from './stories.ts'
import { storyId } from './story-id.ts'

let world: Stories

beforeAll(async () => {
  world = await openStories()
})

afterAll(() => world.close())

test('nothing in the stories is later than the demo clock, save what is planned or due', async () => {
  const { rows: columns } = await world.owner.query<{ column: string; later: string }>(`
    select format('%s.%s', c.table_name, c.column_name) as column,
           format('select %L where exists (select from %I where %I > %L)', c.table_name || '.' || c.column_name,
             c.table_name, c.column_name,
             case c.data_type when 'date' then '2026-09-15' else '2026-09-15T09:00:00+02:00' end) as later
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not in ('migration', 'applied_policy', 'session')
       and c.data_type in ('date', 'timestamp with time zone')`)
  const ahead = [
    'appointment.ends_at',
    'appointment.starts_at',
    'appointment.earlier_start',
    'case_file.readable_until',
    'case_stage.due_on',
    'committee_meeting.held_on',
    'deadline.due_on',
    'disclosure.review_on',
    'follow_up.planned_on',
    'survey_invitation.closes_on',
    'survey_round.closes_on',
    'survey_round.offers_until',
  ]
  const looked = columns.filter(({ column }) => !ahead.includes(column))
  expect(looked.length).toBe(columns.length - ahead.length)
  const { rows } = await world.owner.query(looked.map(({ later }) => later).join(' union all '))
  expect(rows).toEqual([])
})

test('what is kept from somebody is kept on a ground that was weighed and written down', async () => {
  const { rows } = await world.owner.query(`
    select n.id as note, p.given_name as from, d.level, d.ground, d.harm_assessment is not null as weighed
      from disclosure d join note n on n.id = d.note_id join person p on p.id = d.person_id
     where d.level <> 'full' order by n.event_at`)
  expect(rows).toEqual([
    { note: storyId('note', 'A3'), from: 'Marie', level: 'later', ground: 'OSL 12:3', weighed: true },
    { note: storyId('note', 'B1'), from: 'Peter', level: 'partial', ground: 'OSL 12:3', weighed: true },
    { note: storyId('note', 'B2'), from: 'Peter', level: 'withheld', ground: 'OSL 12:3', weighed: true },
    { note: storyId('note', 'B3'), from: 'Sara', level: 'partial', ground: 'OSL 26:1', weighed: true },
    { note: storyId('note', 'B4'), from: 'Peter', level: 'withheld', ground: 'OSL 21:3', weighed: true },
    { note: storyId('note', 'B5'), from: 'Peter', level: 'partial', ground: 'OSL 26:2', weighed: true },
  ])
})

test.each(['extra mamma', 'kompisar', 'ledsen', 'enskilt samtal', storyId('note', 'A3')])(
  'Marie finds nothing of what Tindra said in confidence: %s',
  async (words) => {
    expect((await everythingShown(world, 'marie')).toLowerCase()).not.toContain(words)
    expect((await everythingShown(world, 'tindra')).toLowerCase()).toContain(words)
  },
)

test('the decisions on Elias are open to both guardians and name no place', async () => {
  const { rows } = await world.owner.query<{ words: string }>(
    `select lower(string_agg(v.content::text, ' ')) as words from document_version v join document d on d.id = v.document_id
      where d.receipt_asked`,
  )
  for (const place of ['jourhem', 'familj', 'sjukhus', 'klass', 'sara'])
    expect(rows[0]!.words).not.toContain(place)
})

test('Tindra has one thing that is new: the answer about Thursday', async () => {
  const news = await world.asPerson('tindra', async (tx) => ({
    notes: await tx.selectFrom('person_note').select('title').where('is_new', '=', true).execute(),
    documents: await tx.selectFrom('person_document').select('title').where('is_new', '=', true).execute(),
    threads: await tx
      .selectFrom('person_question_thread')
      .select('subject')
      .where('is_new', '=', true)
      .execute(),
  }))
  expect(news).toEqual({ notes: [], documents: [], threads: [{ subject: 'Samtalet på torsdag' }] })
})

test('everybody who can sign in is found by their number, which is stored encrypted', async () => {
  const { rows } = await world.owner.query<{
    given_name: string
    id_number_hash: Buffer
    id_number_encrypted: Buffer
  }>(
    `select given_name, id_number_hash, id_number_encrypted from person
     union all select given_name, id_number_hash, id_number_encrypted from staff_member`,
  )
  for (const { givenName, number } of [...Object.values(people), ...Object.values(staff)]) {
    const row = rows.find(({ given_name }) => given_name === givenName)!
    if (number === null) continue
    expect(row.id_number_hash).toEqual(lookupHash(number, testKeys))
    expect(decryptNumber(row.id_number_encrypted, testKeys)).toBe(number)
  }
})

test('seeding twice, even at the same time, leaves one set of stories', async () => {
  const { ownerUrl } = await testDatabase()
  await Promise.all([seedStories(ownerUrl, testKeys), seedStories(ownerUrl, testKeys)])
  await seedStories(ownerUrl, testKeys)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ municipalities: number; notes: number }>(
    'select (select count(*)::int from municipality) as municipalities, (select count(*)::int from note) as notes',
  )
  await owner.end()
  expect(rows).toEqual([{ municipalities: 2, notes: 17 }])
})
