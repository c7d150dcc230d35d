import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeCatalog } from '../tests/support/catalog.ts'
import { emptyDatabase, testDatabase } from '../tests/support/database.ts'
import { migrate } from './migrate.ts'

const db = import.meta.dirname
const landedList = 'db/migrations/landed.txt'

test('a migration that has landed never changes', async () => {
  const landed = (await readFile(join(db, 'migrations/landed.txt'), 'utf8')).trim().split('\n')
  for (const line of landed) {
    const [hash, name] = line.split(/\s+/)
    const text = await readFile(join(db, 'migrations', name!), 'utf8')
    expect(createHash('sha256').update(text).digest('hex'), name).toBe(hash)
  }
})

// An archive without the project's history has no earlier state to come from.
test.runIf(existsSync(join(db, '../.git')))(
  'a database migrated from the last landed state and a fresh one are equal',
  async () => {
    const landed = await landedFolder()
    try {
      const [migrated, fresh] = [await emptyDatabase(), await testDatabase()]
      await migrate(migrated.ownerUrl, landed.url)
      await migrate(migrated.ownerUrl)
      expect(await catalogOf(migrated.ownerUrl)).toEqual(await catalogOf(fresh.ownerUrl))
    } finally {
      await landed.remove()
    }
  },
)

test('a migration that has changed since it ran stops everything', async () => {
  const { ownerUrl } = await testDatabase()
  await query(ownerUrl, `update migration set hash = 'of another text' where name = '0003-case.sql'`)
  await expect(migrate(ownerUrl)).rejects.toThrow('migration 0003-case.sql has changed since it ran')
})

test('a database made by other migrations than these is refused with what to do', async () => {
  const { ownerUrl } = await testDatabase()
  await query(ownerUrl, `insert into migration (name, hash) values ('0014-staff.sql', 'x')`)
  await expect(migrate(ownerUrl)).rejects.toThrow(/npm run demo -- --reset/)
})

test('a migration that fails leaves nothing of itself, and the policy in force', async () => {
  const { ownerUrl } = await testDatabase()
  const before = await catalogOf(ownerUrl)
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-migrations-'))
  try {
    await cp(join(db, 'migrations'), join(folder, 'migrations'), { recursive: true })
    await cp(join(db, 'policy'), join(folder, 'policy'), { recursive: true })
    await writeFile(join(folder, 'migrations/9999-broken.sql'), 'create table half (id int); select 1 / 0;')
    await expect(migrate(ownerUrl, pathToFileURL(`${folder}/`))).rejects.toThrow(/9999-broken.sql failed/)
    expect(await catalogOf(ownerUrl)).toEqual(before)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('signatures that lie in clear text are left as they are, and the database with them', async () => {
  const { ownerUrl } = await testDatabase()
  await query(
    ownerUrl,
    `delete from migration where name = '0036-sealed-evidence.sql';
     alter table signature_intent add column request_jwt text;
     set session_replication_role = replica;
     insert into signature_intent (municipality_id, id, request_id, visible_text, hidden_data, request_jwt, begun_at)
       values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', '{}', 'a.request.jwt', now())`,
  )
  await expect(migrate(ownerUrl)).rejects.toThrow(/signatures lie in clear text .* npm run demo -- --reset/)
})

test('a thread that asked for another time becomes an ordinary question, with its words', async () => {
  const { ownerUrl } = await testDatabase()
  await query(
    ownerUrl,
    `delete from migration where name = '0058-one-way-to-another-time.sql';
     delete from notice_kind where kind = 'takenOutOfAppointment';
     alter table appointment_participant drop column removed_start cascade;
     alter table message_draft add column kind text not null default 'question';
     alter table question_thread drop constraint question_thread_kind_check,
       add constraint question_thread_kind_check check (kind in ('question', 'contactRequest', 'changeOfTime'));
     set session_replication_role = replica;
     insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key)
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Kan vi ses', now(), kind, gen_random_uuid()
         from unnest(array['changeOfTime', 'contactRequest']) kind;
     insert into message_draft (municipality_id, id, case_id, from_person_id, kind, text, saved_at)
       values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'changeOfTime', 'Efter tre', now())`,
  )
  expect(await migrate(ownerUrl)).toEqual(['0058-one-way-to-another-time.sql'])
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const threads = await client.query('select kind, subject from question_thread order by kind')
  expect(threads.rows).toEqual([
    { kind: 'contactRequest', subject: 'Kan vi ses' },
    { kind: 'question', subject: 'Kan vi ses' },
  ])
  expect((await client.query('select text from message_draft')).rows).toEqual([{ text: 'Efter tre' }])
  const written = client.query(`update question_thread set kind = 'changeOfTime'`)
  await expect(written).rejects.toThrow(/question_thread_kind_check/)
  await client.end()
})

/** Migrations and policy as they were when the list of landed migrations was last written, from the project's history. */
async function landedFolder(): Promise<{ url: URL; remove: () => Promise<void> }> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: join(db, '..'), maxBuffer: 1 << 26 })
  const commit = git('log', '-1', '--format=%H', '--', landedList).toString().trim()
  if (!commit) throw new Error('the history is cut off before the last landing: git fetch --unshallow')
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-landed-'))
  const files = git('ls-tree', '-r', '--name-only', commit, 'db/migrations', 'db/policy')
    .toString()
    .trim()
    .split('\n')
  for (const file of files) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, git('show', `${commit}:${file}`))
  }
  return { url: pathToFileURL(`${folder}/db/`), remove: () => rm(folder, { recursive: true, force: true }) }
}

async function catalogOf(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await describeCatalog(client)
  } finally {
    await client.end()
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(text)
  await client.end()
}
