import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { scopes } from './scopes.ts'

let owner: pg.Client

beforeAll(async () => {
  owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl })
  await owner.connect()
})

afterAll(() => owner.end())

test('what may be sent takes the same scope here and in the database', async () => {
  const { rows } = await owner.query<{ kind: string; scope: string }>('select kind, scope from ingest_kind')
  expect(Object.fromEntries(rows.map(({ kind, scope }) => [kind, scope]))).toEqual(scopes)
})
