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

async function copyOf(template: string): Promise<TestDatabase> {
  const port = inject('postgresPort')
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`postgres://owner:owner@127.0.0.1:${port}/postgres`)
  await client.connect()
  try {
    // Copies of one template wait for each other: the lock makes that a queue instead of an error.
    await client.query('select pg_advisory_lock(1)')
    await client.query(`create database ${name} template ${template} strategy file_copy`)
    // Rights to a database are not copied with it.
    await client.query(`revoke temporary on database ${name} from public`)
  } finally {
    await client.end()
  }
  return {
    ownerUrl: `postgres://owner:owner@127.0.0.1:${port}/${name}`,
    portalUrl: `postgres://portal:portal@127.0.0.1:${port}/${name}`,
  }
}
