import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { installJobs } from './jobs.ts'

const folder = new URL('./migrations/', import.meta.url)
// Any constant will do: it keeps two starting servers from migrating at once.
const lockKey = 20260915

/**
 * Brings the database up to the newest numbered file in db/migrations, each in its own transaction.
 * Then the tables and queues of the jobs (jobs.ts).
 * A file that has run may never change: its hash is compared, and a difference stops everything.
 * @param url connection of the owner, who may create tables and roles
 * @returns names of the files that ran now
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    const done = new Map(rows.map((row) => [row.name, row.hash]))
    const ran = await runMissing(client, done)
    await installJobs(client)
    return ran
  } finally {
    await client.end()
  }
}

async function runMissing(client: pg.Client, done: ReadonlyMap<string, string>): Promise<string[]> {
  const ran: string[] = []
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  for (const name of files) {
    const text = await readFile(new URL(name, folder), 'utf8')
    const hash = createHash('sha256').update(text).digest('hex')
    const earlier = done.get(name)
    if (earlier === hash) continue
    if (earlier) throw new Error(`migration ${name} has changed since it ran`)
    try {
      // One simple query is one transaction unless the text says otherwise.
      await client.query(
        `begin; ${text}; insert into migration (name, hash) values ('${name}', '${hash}'); commit`,
      )
    } catch (error) {
      throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
    ran.push(name)
  }
  return ran
}
