import { sql } from 'kysely'
import type { Logger } from 'pino'
import { PgBoss } from 'pg-boss'
import type { ServiceTx } from '../../db/connect.ts'
import { jobQueues, jobsIn, withoutSchemaChanges, type JobQueue, type Jobs } from '../../db/jobs.ts'

/** Call `complete` in the transaction that writes the result. Any error means a retry. */
export type JobHandler<Name extends JobQueue> = (
  data: Jobs[Name],
  complete: (tx: ServiceTx) => Promise<void>,
) => Promise<void>
/** Null where its settings are left out: its jobs wait. */
type JobHandlers = { [Name in JobQueue]?: JobHandler<Name> | null }

export type JobRunner = { end(): Promise<void> }

/** pg-boss stores this, so it says nothing about the case. */
class JobFailed extends Error {
  constructor(code: string) {
    super(code)
    this.name = 'JobFailed'
    delete this.stack
  }
}

type Options = { databaseUrl: string; handlers: JobHandlers[]; log: Logger }

const POLL_SECONDS = 2

/** As role service, one job per queue at a time. */
export async function runJobs({ databaseUrl, handlers, log }: Options): Promise<JobRunner> {
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
  for (const ofSet of handlers) {
    for (const name of jobQueues) await workOff(boss, name, { handler: ofSet[name], log })
  }
  return { end: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}

async function workOff<Name extends JobQueue>(
  boss: PgBoss,
  name: Name,
  { handler, log }: { handler: JobHandlers[Name]; log: Logger },
): Promise<void> {
  if (!handler) return
  const options = { includeMetadata: true, pollingIntervalSeconds: POLL_SECONDS } as const
  await boss.work<Jobs[Name], unknown, typeof options>(name, options, async ([job]) => {
    if (!job) return
    const begun = performance.now()
    const { id, retryCount, data } = job
    const facts = { queue: name, jobId: id, attempt: retryCount, data }
    const complete = async (tx: ServiceTx) => {
      const attempt = { id, retryCount }
      // Another worker took over because we seemed dead, so undo this work.
      if (!(await isOurs(tx, attempt))) throw new JobFailed('taken_over')
      await boss.complete(name, attempt, null, { db: await jobsIn(tx) })
    }
    try {
      await handler(data, complete)
      log.info({ ...facts, ms: Math.round(performance.now() - begun) }, 'job done')
    } catch (error) {
      log.warn({ ...facts, error }, 'job failed')
      throw error instanceof JobFailed ? error : new JobFailed(codeOf(error))
    }
  })
}

/** Locks the job until the transaction ends. */
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
  const { code, failure, rule, name } = error as Partial<
    Record<'code' | 'failure' | 'rule' | 'name', unknown>
  >
  return [failure, code, rule, name].find((value) => typeof value === 'string') ?? 'unknown'
}
