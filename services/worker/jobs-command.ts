import { parseArgs } from 'node:util'
import { connect } from '../../db/connect.ts'
import { listDeadLetters, retryDeadLetter } from '../../db/dead-letters.ts'

// `npm run jobs` lists jobs that failed for good. `-- --retry <id>` puts one back in its queue.
const { values } = parseArgs({ options: { retry: { type: 'string' } } })
const url = process.env['DATABASE_URL']
if (!url) {
  console.error('DATABASE_URL is missing: the address of the database as the portal uses it')
  process.exit(1)
}
const database = connect(url, () => undefined)
try {
  if (values.retry) await retry(values.retry)
  else await list()
} finally {
  await database.close()
}

async function list(): Promise<void> {
  const letters = await database.asService(new Date(), listDeadLetters)
  for (const { id, queue, data, at, errorCode } of letters) {
    console.log([id, queue, about(data), at.toISOString(), errorCode ?? 'unknown'].join('  '))
  }
  console.log(letters.length === 0 ? 'no job has failed' : `${letters.length} failed`)
}

function about(data: object): string {
  return Object.entries(data)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
}

async function retry(id: string): Promise<void> {
  const moved = await database.asService(new Date(), (tx) => retryDeadLetter(tx, id))
  if (!moved) process.exitCode = 1
  console.log(moved ? 'put back in its queue' : 'there is no such job')
}
