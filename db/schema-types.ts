import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listClosedLists } from './list-closed-lists.ts'
import { freePort } from './local/free-port.ts'
import { startLocalPostgres } from './local/embedded.ts'
import { migrate } from './migrate.ts'

const isVerifying = process.argv.includes('--verify')
const listsFile = new URL('./closed-lists.ts', import.meta.url)
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
    ...(isVerifying ? ['--verify'] : []),
  ])
  const lists = await listClosedLists(server.ownerUrl('schema'))
  if (!isVerifying) await writeFile(listsFile, lists)
  else if (lists !== (await readFile(listsFile, 'utf8'))) throw new Error('db/closed-lists.ts differs')
  console.log(
    `db/schema.ts and db/closed-lists.ts ${isVerifying ? 'are' : 'are now'} what migrations and policy make`,
  )
} catch (error) {
  console.error('db/schema.ts or db/closed-lists.ts is not what migrations and policy make: npm run schema')
  console.error((error as { stderr?: string }).stderr ?? error)
  process.exitCode = 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
