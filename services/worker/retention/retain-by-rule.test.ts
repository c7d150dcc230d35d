import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../../app/server/log.ts'
import { municipalityId } from '../../../tests/support/people.ts'
import { addCase, decideRetention, ekdala } from '../../../tests/support/retention-world.ts'
import { openStories, type Stories } from '../../../tests/support/stories.ts'
import { retainByRule } from './retain-by-rule.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

test('what stops the cases of one municipality from being judged stops those of no other', async () => {
  const both = [ekdala, municipalityId('grannby')].sort() as [string, string]
  const cases = []
  for (const municipality of both) {
    await decideRetention(stories, {}, municipality)
    cases.push(await addCase(stories, {}, municipality))
  }
  await stories.owner.query(
    `create function fault() returns trigger language plpgsql as $$ begin raise exception 'fault'; end $$`,
  )
  // The one that comes first.
  await stories.owner.query(
    `create trigger fault before insert on retention_decision for each row when (new.municipality_id = '${both[0]}') execute function fault()`,
  )
  await retainByRule({
    databaseUrl: stories.portalUrl,
    database: stories.database,
    log: createLog('silent'),
    now: () => new Date('2027-01-02T02:00:00+01:00'),
    signal: new AbortController().signal,
  })
  const { rows } = await stories.owner.query<{ case_id: string }>(
    'select case_id from retention_decision where case_id = any ($1)',
    [cases],
  )
  expect(rows).toEqual([{ case_id: cases[1] }])
})
