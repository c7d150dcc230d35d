import { beforeEach, expect, test } from 'vitest'
import { addCase, decideRetention, eraseOn, isThere } from '../support/retention-world.ts'
import { openStories, type Stories } from '../support/stories.ts'

const due = '2060-01-01'
let stories: Stories

const rowsOf = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await stories.owner.query<Row>(text, values)).rows

beforeEach(async () => {
  stories = await openStories()
  await decideRetention(stories)
  return () => stories.close()
})
const unreached = () => rowsOf('select table_name from retention_unreached')

test('a table that can hold something of a person says how it is erased: db/policy/service/retention-reach.sql', async () => {
  expect(await unreached()).toEqual([])
})

test('one that does not say so lets nothing be erased', async () => {
  const id = await addCase(stories, {})
  await stories.owner.query('create table new_thing (municipality_id uuid, case_id uuid, words text)')
  expect(await unreached()).toEqual([{ table_name: 'new_thing' }])
  await expect(eraseOn(stories, [id], due)).rejects.toThrow('new_thing does not say how it is erased')
  expect(await isThere(stories, id)).toBe(true)
})

test('one that is said to stay names nothing that goes', async () => {
  await stories.owner.query(
    'alter table message_rule add case_id uuid, add foreign key (municipality_id, case_id) references case_file',
  )
  expect(await unreached()).toEqual([{ table_name: 'message_rule.case_id' }])
})

test('one that keeps what it should not keeps all of the case', async () => {
  const id = await addCase(stories, { stages: [['report', '2026-01-10']] })
  await stories.owner.query(
    `create function again() returns trigger language plpgsql as $$ begin
       insert into audit_event (municipality_id, at, actor_kind, action, case_id) values (old.municipality_id, now(), 'service', 'ingestedStage', old.case_id);
       return null; end $$;
     create trigger again after delete on audit_event for each row when (old.action <> 'x') execute function again();
     insert into audit_event (municipality_id, at, actor_kind, action, case_id) select municipality_id, now(), 'service', 'ingestedStage', id from case_file where id = '${id}'`,
  )
  await expect(eraseOn(stories, [id], due)).rejects.toThrow('audit_event is not erased by case_id')
  expect(await isThere(stories, id)).toBe(true)
})

// Of part of a table an index finds what refers to something at all, and nothing else.
const forEveryRow = `(i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')`

test('one that refers to what goes is found by an index', async () => {
  const slow = await rowsOf<{ reference: string }>(
    `select k.conrelid::regclass || '.' || a.attname as reference
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and cardinality(k.conkey) = 2
        and k.confrelid::regclass::text in (select table_name from retention_reach union all select 'case_file')
        and not exists (select from pg_index i where i.indrelid = k.conrelid and (string_to_array(i.indkey::text, ' ')::int2[])[1:2] @> k.conkey and ${forEveryRow})
     union
     select r.table_name || '.' || r.column_name from retention_reach r
       join pg_attribute a on a.attrelid = r.table_name::regclass and a.attname = r.column_name
      where not exists (select from pg_index i where i.indrelid = a.attrelid and a.attnum = any ((string_to_array(i.indkey::text, ' ')::int2[])[1:2]) and ${forEveryRow})`,
  )
  expect(slow).toEqual([])
})
