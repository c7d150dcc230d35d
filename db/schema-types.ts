import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './local/free-port.ts'
import { startLocalPostgres } from './local/embedded.ts'
import { migrate } from './migrate.ts'

// `npm run schema`: writes db/schema.ts from a freshly migrated database. With --verify it only compares.
const args = process.argv.includes('--verify') ? ['--verify'] : []
const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-schema-'))
const server = await startLocalPostgres({ folder, port: await freePort(), durable: false })
try {
  await server.createDatabase('schema')
  await migrate(server.ownerUrl('schema'))
  await promisify(execFile)('kysely-codegen', [
    '--dialect=postgres',
    `--url=${server.ownerUrl('schema')}`,
    '--out-file=db/schema.ts',
    '--date-parser=string',
    '--exclude-pattern={migration,public.migration,public.applied_policy,applied_policy,pgboss.*}',
    ...args,
  ])
  console.log(args.length > 0 ? 'db/schema.ts is what migrations and policy make' : 'wrote db/schema.ts')
} catch (error) {
  console.error('db/schema.ts is not what migrations and policy make: npm run schema')
  console.error((error as { stderr?: string }).stderr ?? error)
  process.exitCode = 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
