import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../tests/support/database.ts'
import * as lists from './closed-lists.ts'
import { listClosedLists } from './list-closed-lists.ts'

let ownerUrl: string
let owner: pg.Client

beforeAll(async () => {
  ownerUrl = (await testDatabase()).ownerUrl
  owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
})

afterAll(() => owner.end())

test.each([
  ['audit_event', 'action', 'audit_action'],
  ['deadline', 'kind', 'deadline_kind'],
  ['disclosure', 'ground', 'disclosure_ground'],
  ['document', 'type', 'document_type'],
  ['ingest_client_scope', 'scope', 'ingest_kind'],
  ['ingested', 'kind', 'ingest_kind'],
  ['note', 'kind', 'note_kind'],
  ['notice', 'kind', 'notice_kind'],
])('%s.%s takes only what stands in %s', async (table, column, list) => {
  const { rows } = await owner.query<{ list: string }>(
    `select c.confrelid::regclass::text as list from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
      where c.contype = 'f' and c.conrelid = $1::regclass and a.attname = $2`,
    [table, column],
  )
  expect(rows).toEqual([{ list }])
})

test('the lists that code knows are those of the database', async () => {
  const text = await listClosedLists(ownerUrl)
  for (const [name, values] of Object.entries(lists)) {
    expect(text).toContain(
      `export const ${name} = [\n${values.map((value) => `  '${value}',\n`).join('')}] as const`,
    )
  }
  expect(text.match(/^export const/gm)).toHaveLength(Object.keys(lists).length)
})
