import { sql } from 'kysely'
import type { Logger } from 'pino'
import { PgBoss } from 'pg-boss'
import type { ServiceTx } from '../../db/connect.ts'
import { jobQueues, jobsIn, withoutSchemaChanges, type JobQueue, type Jobs } from '../../db/jobs.ts'

/**
 * Handles one job. `complete` ends it within the transaction that writes its result: both or neither.
 * @throws JobFailed, and the job is tried again later
 */
export type JobHandler<Name extends JobQueue> = (
  data: Jobs[Name],
  complete: (tx: ServiceTx) => Promise<void>,
) => Promise<void>
type JobHandlers = { [Name in JobQueue]: JobHandler<Name> }

export type JobRunner = { end(): Promise<void> }

/** A code for the operator; what pg-boss keeps of a failure is this and nothing of the case. */
class JobFailed extends Error {
  constructor(code: string) {
    super(code)
    this.name = 'JobFailed'
    // Kept with the job, it would repeat paths of the machine.
    delete this.stack
  }
}

type Options = { databaseUrl: string; handlers: JobHandlers; log: Logger; pollSeconds?: number }

/** Works off the queues as role service, one job of each at a time. */
export async function runJobs({ databaseUrl, handlers, log, pollSeconds = 2 }: Options): Promise<JobRunner> {
  const boss = new PgBoss({
    ...withoutSchemaChanges,
    connectionString: databaseUrl,
    options: '-c role=service',
    application_name: 'worker-jobs',
    max: 4,
    supervise: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.warn({ error }, 'jobs'))
  await boss.start({ attempts: 1_000 })
  for (const name of jobQueues) await workOff(boss, name, { handlers, log, pollSeconds })
  return { end: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}

async function workOff(
  boss: PgBoss,
  name: JobQueue,
  { handlers, log, pollSeconds }: { handlers: JobHandlers; log: Logger; pollSeconds: number },
): Promise<void> {
  const options = { includeMetadata: true, pollingIntervalSeconds: pollSeconds } as const
  await boss.work<Jobs[JobQueue], unknown, typeof options>(name, options, async ([job]) => {
    if (!job) return
    const begun = performance.now()
    const facts = { queue: name, jobId: job.id, recordingId: job.data.recordingId, attempt: job.retryCount }
    const complete = async (tx: ServiceTx) => {
      const attempt = { id: job.id, retryCount: job.retryCount }
      // Taken for dead and given to another worker: what was written here is undone.
      if (!(await isOurs(tx, attempt))) throw new JobFailed('taken_over')
      await boss.complete(name, attempt, null, { db: jobsIn(tx) })
    }
    try {
      // A queue carries what its sender put down: the types of both are one (db/jobs.ts).
      await (handlers[name] as JobHandler<JobQueue>)(job.data, complete)
      log.info({ ...facts, ms: Math.round(performance.now() - begun) }, 'job done')
    } catch (error) {
      log.warn({ ...facts, error }, 'job failed')
      throw error instanceof JobFailed ? error : new JobFailed(codeOf(error))
    }
  })
}

/** Whether an attempt is still the one that counts; held until the transaction ends. */
async function isOurs(
  tx: ServiceTx,
  { id, retryCount }: { id: string; retryCount: number },
): Promise<boolean> {
  const { rows } = await sql`
    select from pgboss.job where id = ${id} and retry_count = ${retryCount} and state = 'active' for update`.execute(
    tx,
  )
  return rows.length === 1
}

function codeOf(error: unknown): string {
  const { code, failure, name } = error as { code?: unknown; failure?: unknown; name?: unknown }
  return [failure, code, name].find((told) => typeof told === 'string') ?? 'unknown'
}
