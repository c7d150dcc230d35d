import { parseArgs } from 'node:util'
import { connect } from '../../db/connect.ts'
import { listDeadLetters, retryDeadLetter } from '../../db/dead-letters.ts'
import { listWaitingFiles } from '../../db/waiting-files.ts'

// `npm run jobs` lists jobs that failed for good, and files that wait for the scanner. `-- --retry <id>` puts a job back in its queue.
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
  const files = await database.asService(new Date(), listWaitingFiles)
  for (const { id, municipalityId, addedAt } of files) {
    console.log([id, 'attachment', about({ municipalityId }), addedAt.toISOString(), 'notScanned'].join('  '))
  }
  console.log(letters.length === 0 ? 'no job has failed' : `${letters.length} failed`)
  if (files.length > 0) console.log(`${files.length} wait for the scanner`)
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
