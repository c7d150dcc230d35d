import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { named } from './kysely-on.ts'
import { clean, isSessionMissing } from './opening.ts'

export type Ending = 'commit' | 'rollback'

/** The database did not answer, or was lost midway: nothing was written. */
class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database does not answer', { cause })
    // Recognised by name: the server and the bundled pages each load this module.
    this.name = 'DatabaseAway'
  }
}

type Transaction = { opening: string; ending: Ending }

/** Opens a transaction, does the work in it and ends it. What the opening found is the first row that it answered with. */
export async function inTransaction<T>(
  pool: pg.Pool,
  { opening, ending }: Transaction,
  work: (client: pg.PoolClient, found: unknown) => Promise<T>,
): Promise<T> {
  const client = await take(pool)
  let broken: Error | undefined
  try {
    const value = await work(client, found(await client.query(opening)))
    await client.query(`${ending}; ${clean}`)
    return value
  } catch (error) {
    broken = await rollBack(client)
    throw broken ? new DatabaseAway(error) : error
  } finally {
    client.release(broken)
  }
}

/**
 * Asks one question in a transaction of its own: all that is sent goes in one write, before any answer has come. Null
 * when the opening says that there is no session. PostgreSQL runs nothing in a transaction that has failed and takes its
 * commit for a rollback (25P02), so what is sent behind a refused opening does nothing.
 */
export async function askInOneWrite<Row>(
  pool: pg.Pool,
  { opening, ending }: Transaction,
  question: CompiledQuery<Row>,
): Promise<{ opened: unknown; rows: Row[] } | null> {
  const client = await take(pool)
  let broken: Error | undefined
  try {
    const { stream } = client.connection
    stream.cork()
    const sent = [
      client.query(opening),
      client.query(named(question.sql, question.parameters)),
      client.query(`${ending}; ${clean}`),
    ] as const
    stream.uncork()
    const [opened, answered, ended] = await Promise.allSettled(sent)
    if (ended.status === 'rejected') broken = await rollBack(client)
    if (broken) throw new DatabaseAway(broken)
    if (opened.status === 'rejected') {
      if (isSessionMissing(opened.reason)) return null
      throw opened.reason
    }
    if (answered.status === 'rejected') throw answered.reason
    if (ended.status === 'rejected') throw ended.reason
    return { opened: found(opened.value), rows: answered.value.rows as Row[] }
  } finally {
    client.release(broken)
  }
}

function take(pool: pg.Pool): Promise<pg.PoolClient> {
  return pool.connect().catch((error: unknown) => {
    throw new DatabaseAway(error)
  })
}

/** The error when the connection is lost: it must not be used again. */
function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  return client.query(`rollback; ${clean}`).then(
    () => undefined,
    (lost: unknown) => (lost instanceof Error ? lost : new Error(String(lost))),
  )
}

// Of a message with several statements the driver gives a result for each.
function found(results: unknown): unknown {
  return (results as pg.QueryResult[]).find(({ command }) => command === 'SELECT')?.rows[0]
}
