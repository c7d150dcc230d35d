import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startLocalPostgres } from '../../db/local/embedded.ts'
import { freePort } from '../../db/local/free-port.ts'
import { migrate } from '../../db/migrate.ts'
import { seedStories } from '../../db/seed/stories.ts'
import { testKeys } from './keys.ts'

/** One PostgreSQL that tests copy their databases from. */
export type Templates = { port: number; stop: () => Promise<void> }

/** Makes a migrated template and a seeded one. */
export async function startTemplates(): Promise<Templates> {
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-test-'))
  const port = await freePort()
  const server = await startLocalPostgres({ folder, port, durable: false })
  await server.createDatabase('template_migrated')
  await migrate(server.ownerUrl('template_migrated'))
  await server.createDatabase('template_stories', 'template_migrated')
  await seedStories(server.ownerUrl('template_stories'), testKeys)
  return {
    port,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Takes over those of somebody who runs the tests many times: the policy of today is laid on them, and their seeds stay. */
export async function keptTemplates(port: number): Promise<Templates> {
  const urlOf = (database: string) => `postgres://owner:owner@127.0.0.1:${port}/${database}`
  await dropCopies(urlOf('postgres'))
  for (const template of ['template_migrated', 'template_stories']) await migrate(urlOf(template))
  return { port, stop: () => dropCopies(urlOf('postgres')) }
}

async function dropCopies(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'test\\_%'`,
    )
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  } finally {
    await client.end()
  }
}
