import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeCatalog } from '../tests/support/catalog.ts'
import { testDatabase } from '../tests/support/database.ts'
import { migrate } from './migrate.ts'
import { readPolicy } from './policy-shelf.ts'

let ownerUrl: string
let owner: pg.Client

beforeAll(async () => {
  ;({ ownerUrl } = await testDatabase())
  owner = new pg.Client(ownerUrl)
  await owner.connect()
})

afterAll(() => owner.end())

test('every file of the shelf is applied once', async () => {
  const found = readdirSync(join(import.meta.dirname, 'policy'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .map((path) => path.replace(/\.sql$/, ''))
  const { files } = await readPolicy(new URL('./policy/', import.meta.url))
  expect(files.map(({ name }) => name).sort()).toEqual(found.sort())
})

test('migrations hold no policy: no view, function, trigger, row policy or grant', async () => {
  const folder = join(import.meta.dirname, 'migrations')
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.sql'))) {
    const text = (await readFile(join(folder, name), 'utf8')).replace(/--.*$/gm, '')
    expect(text, name).not.toMatch(
      /^\s*(create (or replace )?(view|function (?!pg_temp\.)|trigger|policy)|grant|alter policy)\b/im,
    )
  }
})

test('what stands in no file is gone when the shelf is applied again', async () => {
  const before = await describeCatalog(owner)
  await owner.query(`
    create view left_over as select 1 as one;
    create function left_over_function() returns int language sql as 'select 1';
    create function left_over_trigger() returns trigger language plpgsql as 'begin return new; end';
    create trigger left_over before update on note for each row execute function left_over_trigger();
    create policy left_over on person for select to staff using (true);
    grant select on person to person, portal, public;
    grant update (given_name) on person to staff;
    grant execute on function age_on(date, date) to public;
    grant create on schema public to staff, public;
    alter default privileges in schema public grant select on tables to person;
    drop view person_sign_in;
    update applied_policy set hash = 'of another text'`)
  expect(await describeCatalog(owner)).not.toEqual(before)
  await migrate(ownerUrl)
  expect(await describeCatalog(owner)).toEqual(before)
})

test('a shelf that has not changed is not applied again', async () => {
  const appliedAt = async () =>
    (await owner.query<{ applied_at: Date }>('select applied_at from applied_policy')).rows
  const before = await appliedAt()
  expect(await migrate(ownerUrl)).toEqual([])
  expect(await appliedAt()).toEqual(before)
})

test('a shelf that fails leaves the database as it was', async () => {
  const before = await describeCatalog(owner)
  // A table that leans on a function of the shelf stops the drop.
  await owner.query(`
    alter table unit add constraint leans check (age_on('2000-01-01', '2001-01-01') = 1);
    update applied_policy set hash = 'of another text'`)
  await expect(migrate(ownerUrl)).rejects.toThrow(/depend/)
  await owner.query('alter table unit drop constraint leans')
  expect(await describeCatalog(owner)).toEqual(before)
})
