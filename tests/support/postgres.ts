import type { TestProject } from 'vitest/node'
import { keptTemplates, startTemplates } from './templates.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augments Vitest's own
  interface ProvidedContext {
    postgresPort: number
  }
}

/** Before all tests: one PostgreSQL, from whose templates each test file copies what it needs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env['TEST_POSTGRES_PORT']
  const { port, stop } = kept ? await keptTemplates(Number(kept)) : await startTemplates()
  project.provide('postgresPort', port)
  return stop
}
