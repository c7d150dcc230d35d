import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import pg from 'pg'

/** Addresses of one database: the owner's, who sees all, and the portal's login, which must take a role. */
export type TestDatabase = { ownerUrl: string; portalUrl: string }

/** A migrated, empty database of one's own, copied from the run's template. */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf('template_migrated')
}

/** The same with the three demo stories seeded. */
export function storiesDatabase(): Promise<TestDatabase> {
  return copyOf('template_stories')
}

/** A database with nothing in it. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copyOf('template0')
}

const made = new Set<string>()

/** Drops what was made here: a run of all tests makes a thousand, which would fill a small disk. */
export async function dropDatabases(): Promise<void> {
  if (made.size === 0) return
  await asOwner(async (client) => {
    // Connections that have just been ended take a moment to go, which dropping waits for; forced, they would end in an error.
    for (const name of made)
      await client
        .query(`drop database ${name}`)
        .catch(() => client.query(`drop database ${name} with (force)`))
  })
  made.clear()
}

async function copyOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(async (client) => {
    // Copies of one template wait for each other: the lock makes that a queue instead of an error.
    await client.query('select pg_advisory_lock(1)')
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    // Rights to a database are not copied with it.
    await client.query(`revoke temporary on database ${name} from public`)
  })
  made.add(name)
  const port = inject('postgresPort')
  return {
    ownerUrl: `postgres://owner:owner@127.0.0.1:${port}/${name}`,
    portalUrl: `postgres://portal:portal@127.0.0.1:${port}/${name}`,
  }
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(`postgres://owner:owner@127.0.0.1:${inject('postgresPort')}/postgres`)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
