import type { Db, Queue } from 'pg-boss'
import type pg from 'pg'
import type { ServiceTx, StaffTx } from './connect.ts'

export type RecordingId = { municipalityId: string; recordingId: string }
export type RequestId = { municipalityId: string; requestId: string }

/** Ids only, since tables of jobs are kept and dumped. */
export type Jobs = {
  'final-pass': RecordingId
  'decode-file': RecordingId
  'erase-recording': RecordingId & { because: 'signed' | 'discarded' | 'overdue' }
  'seal-signature': RequestId
  'stamp-seal': RequestId
}
export type JobQueue = keyof Jobs

const jobSchema = 'pgboss'
/** For jobs that failed for good; shown in /metrics and `npm run jobs`. */
export const deadLetters = 'dead-letters'

const retries = {
  retryLimit: 6,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 600,
  deadLetter: deadLetters,
}
// A missing heartbeat reveals a killed worker. The expiry is for a hanging one: three times the expected time for the
// longest recording (three hours), and at least 120 s.
const queues = {
  'final-pass': {
    set: 'recordings',
    options: { ...retries, heartbeatSeconds: 30, expireInSeconds: 3 * 3 * 3600 },
  },
  'decode-file': {
    set: 'recordings',
    options: { ...retries, heartbeatSeconds: 30, expireInSeconds: 3 * 300, retryLimit: 3 },
  },
  'erase-recording': { set: 'retention', options: { ...retries, expireInSeconds: 120 } },
  'seal-signature': {
    set: 'signing',
    options: { ...retries, heartbeatSeconds: 30, expireInSeconds: 120 },
  },
  // Somebody else's service, which may be away for a night: two days, from half a minute to an hour apart.
  'stamp-seal': {
    set: 'signing',
    options: {
      ...retries,
      heartbeatSeconds: 30,
      expireInSeconds: 120,
      retryLimit: 52,
      retryDelay: 30,
      retryDelayMax: 3600,
    },
  },
} as const satisfies Record<JobQueue, { set: string; options: Omit<Queue, 'name'> }>
export const jobQueues = Object.keys(queues) as JobQueue[]

/**
 * The survey's jobs are done at intervals, from no queue: a queue would tell when somebody answered. Notices have an outbox of their
 * own (service_claim_delivery): what is due, and may still be told, is asked when it is sent. Attachments wait in their own
 * table, too (service_next_attachment): persons add no jobs.
 */
export type JobSetName = (typeof queues)[JobQueue]['set'] | 'survey' | 'notices' | 'attachment'
export type QueueOf<Name extends JobSetName> = {
  [Queue in JobQueue]: (typeof queues)[Queue]['set'] extends Name ? Queue : never
}[JobQueue]

/** pg-boss must not change its schema: the portal's roles may not. */
export const withoutSchemaChanges = {
  schema: jobSchema,
  migrate: false,
  createSchema: false,
  schedule: false,
  registerInstance: false,
  reindex: false,
  monitorVacuum: false,
} as const

/** @param owner connection of the owner, outside any transaction */
export async function installJobs(owner: pg.Client): Promise<void> {
  const { PgBoss } = await pgBoss()
  const db: Db = { executeSql: (text, values) => owner.query(text, values) }
  const boss = new PgBoss({
    db,
    schema: jobSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  const failed: Error[] = []
  boss.on('error', (error) => failed.push(error))
  await boss.start()
  try {
    await boss.createQueue(deadLetters, { retentionSeconds: 365 * 86_400 })
    for (const name of jobQueues) {
      const { options } = queues[name]
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failed[0]) throw failed[0]
  await owner.query(grants)
}

// Staff only add jobs and read none; the worker does all but change the tables.
const grants = `
  grant usage on schema ${jobSchema} to staff, service;
  grant select on ${jobSchema}.version, ${jobSchema}.queue to staff;
  grant insert, select (id) on ${jobSchema}.job, ${jobSchema}.job_common to staff;
  grant execute on all functions in schema ${jobSchema} to service;
  grant execute on function ${jobSchema}.job_now() to staff;
  grant select, insert, update, delete on all tables in schema ${jobSchema} to service`

/**
 * Adds one or several jobs to a queue in the caller's transaction: they exist only if it commits.
 * @throws when the database refuses, which also ends the caller's transaction
 */
export async function sendJob<Name extends JobQueue>(
  tx: StaffTx | ServiceTx,
  queue: Name,
  ...data: Jobs[Name][]
): Promise<void> {
  if (data.length === 0) return
  const { PgBoss } = await pgBoss()
  const boss = new PgBoss({ ...withoutSchemaChanges, supervise: false, db: await jobsIn(tx) })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    await boss.insert(
      queue,
      data.map((each) => ({ data: each })),
    )
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}

export async function jobsIn(tx: StaffTx | ServiceTx): Promise<Db> {
  const { fromKysely } = await pgBoss()
  return fromKysely(tx)
}

/** Loaded with the first job: a portal that starts has none to send. */
const pgBoss = () => import('pg-boss')
