import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../db/local/free-port.ts'
import { startLocalPostgres } from '../../db/local/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { seedStories } from '../../db/seed/stories.ts'
import { testKeys } from './keys.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augments Vitest's own
  interface ProvidedContext {
    postgresPort: number
  }
}

/** Before all tests: one PostgreSQL, a migrated template and a seeded one; each test file copies what it needs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-test-'))
  const port = await freePort()
  const server = await startLocalPostgres({ folder, port, durable: false })
  await server.createDatabase('template_migrated')
  await migrate(server.ownerUrl('template_migrated'))
  await server.createDatabase('template_stories', 'template_migrated')
  await seedStories(server.ownerUrl('template_stories'), testKeys)
  project.provide('postgresPort', port)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
