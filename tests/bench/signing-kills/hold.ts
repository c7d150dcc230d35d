import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Something in the database that is held from outside, until it is let go or the database dies. */
export type Hold = {
  /** Resolves when somebody waits for it. */
  isReached: () => Promise<void>
  release: () => Promise<void>
}

// Milliseconds until nobody is expected any more.
const patience = 60_000

/** @param statement takes a lock, or writes a row that is never committed */
export async function hold(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Hold> {
  const holder = new pg.Client(ownerUrl)
  const looker = new pg.Client(ownerUrl)
  for (const client of [holder, looker]) {
    client.on('error', () => undefined)
    await client.connect()
  }
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
  await holder.query('begin')
  await holder.query(statement, [...values])
  const isWaitedFor = async () => {
    const waiting = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))'
    return (await looker.query(waiting, [rows[0]!.pid])).rowCount !== 0
  }
  return {
    isReached: async () => {
      const begun = performance.now()
      while (!(await isWaitedFor())) {
        if (performance.now() - begun > patience) throw new Error(`nobody came to: ${statement}`)
        await wait(10)
      }
    },
    // A database that was killed has let go already.
    release: async () => {
      for (const client of [holder, looker]) await client.end().catch(() => undefined)
    },
  }
}
