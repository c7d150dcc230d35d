import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { installJobs } from './jobs.ts'
import { applyPolicy, clearPolicy, readPolicy } from './policy-shelf.ts'

const ownFolder = new URL('./', import.meta.url)
// Any constant will do: it keeps two starting servers from migrating at once.
const lockKey = 20260915

/**
 * Runs new files of migrations/ (tables, constraints, data), then all of policy/ (views, row policies, functions,
 * triggers, grants), in one transaction, so that no table is ever without its policy. Does nothing when neither has
 * changed. Then sets up the job tables and queues (jobs.ts).
 * @param url connection of the owner, who may create tables and roles
 * @param folder holds migrations/ and policy/
 * @returns names of the migrations that ran now
 * @throws Error when a migration has changed since it ran, or the database was made by other migrations
 */
export async function migrate(url: string, folder: URL = ownFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const ran = await bringUpToDate(client, folder)
    await installJobs(client)
    return ran
  } finally {
    await client.end()
  }
}

async function bringUpToDate(client: pg.Client, folder: URL): Promise<string[]> {
  const migrations = await readMigrations(new URL('migrations/', folder))
  const policy = await readPolicy(new URL('policy/', folder))
  await client.query('begin')
  try {
    const applied = await readLedger(client)
    const missing = missingOf(migrations, applied.migrations)
    if (missing.length === 0 && applied.policyHash === policy.hash) {
      await client.query('rollback')
      return []
    }
    await clearPolicy(client)
    for (const migration of missing) await runMigration(client, migration)
    await applyPolicy(client, policy)
    await client.query('delete from applied_policy')
    await client.query('insert into applied_policy (hash) values ($1)', [policy.hash])
    await client.query('commit')
    return missing.map(({ name }) => name)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

type Migration = { name: string; text: string; hash: string }
type Ledger = { migrations: ReadonlyMap<string, string>; policyHash: string | null }

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function readLedger(client: pg.Client): Promise<Ledger> {
  await client.query(`
    create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now());
    create table if not exists applied_policy (hash text primary key, applied_at timestamptz not null default now())`)
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration',
  )
  const { rows: policies } = await client.query<{ hash: string }>('select hash from applied_policy')
  return {
    migrations: new Map(migrations.map(({ name, hash }) => [name, hash])),
    policyHash: policies[0]?.hash ?? null,
  }
}

function missingOf(all: readonly Migration[], ran: ReadonlyMap<string, string>): Migration[] {
  const unknown = [...ran.keys()].find((name) => !all.some((migration) => migration.name === name))
  if (unknown) {
    throw new Error(
      `this database was made by another version of the portal (${unknown} is not among its migrations). ` +
        'Start with an empty one; for the demo: npm run demo -- --reset',
    )
  }
  const changed = all.find(({ name, hash }) => ran.has(name) && ran.get(name) !== hash)
  if (changed) throw new Error(`migration ${changed.name} has changed since it ran`)
  return all.filter(({ name }) => !ran.has(name))
}

async function runMigration(client: pg.Client, { name, text, hash }: Migration): Promise<void> {
  try {
    await client.query(text)
  } catch (error) {
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
}
