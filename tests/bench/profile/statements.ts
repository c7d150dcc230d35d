import type { LocalPostgres } from '../../../db/local/embedded.ts'
import { asOwner } from '../case-database.ts'
import type { Bench } from '../speed/measured-portal.ts'

/** A statement as PostgreSQL counted it, for one request: in milliseconds of the clock and blocks of 8 kB. */
export type Statement = {
  text: string
  /** False when a function ran it: its time is then in that of the statement which called the function, too. */
  outermost: boolean
  calls: number
  planning: number
  execution: number
  blocks: number
}

/** Starts the bench's PostgreSQL with pg_stat_statements, which counts nothing yet. */
export async function startCountingPostgres({ startBenchPostgres }: Bench): Promise<LocalPostgres> {
  const first = await startBenchPostgres()
  await asOwner(first.ownerUrl('postgres'), async (owner) => {
    await owner.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
    await owner.query(`alter system set pg_stat_statements.track = 'none'`)
  })
  await first.stop()
  const postgres = await startBenchPostgres()
  await asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    // Read when it starts: the next one is without it again.
    await owner.query('alter system reset shared_preload_libraries')
    await owner.query('alter system reset pg_stat_statements.track')
    await owner.query('create extension if not exists pg_stat_statements')
  })
  return postgres
}

/**
 * What PostgreSQL does for one of so many requests; what takes longest comes first.
 * @param ask makes so many requests
 */
export async function statementsOf(
  postgres: LocalPostgres,
  requests: number,
  ask: () => Promise<unknown>,
): Promise<Statement[]> {
  return asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    await owner.query(`alter system set pg_stat_statements.track = 'all'`)
    await owner.query('alter system set pg_stat_statements.track_planning = on')
    await owner.query('select pg_reload_conf()')
    try {
      // Each process of PostgreSQL reads its settings before its next statement.
      await ask()
      await owner.query('select pg_stat_statements_reset()')
      await ask()
      const { rows } = await owner.query<Statement>(
        `select regexp_replace(query, '\\s+', ' ', 'g') as text, toplevel as outermost,
                sum(calls)::float8 / $1 as calls, sum(total_plan_time) / $1 as planning,
                sum(total_exec_time) / $1 as execution, sum(shared_blks_hit + shared_blks_read)::float8 / $1 as blocks
           from pg_stat_statements join pg_database d on d.oid = dbid
          where d.datname <> current_database() and calls > 0
          group by 1, 2 order by sum(total_plan_time + total_exec_time) desc`,
        [requests],
      )
      return rows
    } finally {
      await owner.query('alter system reset pg_stat_statements.track')
      await owner.query('alter system reset pg_stat_statements.track_planning')
      await owner.query('select pg_reload_conf()')
    }
  })
}
