import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'

const kyselyByClient = new WeakMap<pg.PoolClient, Kysely<unknown>>()

/** One Kysely per connection, never destroyed: the pool owns it and the transaction is already open. */
export function kyselyOn(client: pg.PoolClient): Kysely<unknown> {
  const known = kyselyByClient.get(client)
  if (known) return known
  const prepared = {
    query: (text: string, values: readonly unknown[]) => client.query(named(text, values)),
    release: () => {},
  } as unknown as PostgresPoolClient
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(prepared), end: () => Promise.resolve(), options: {} },
    }),
  })
  kyselyByClient.set(client, kysely)
  return kysely
}

const statementNames = new Map<string, string>()

/** The views are costly to plan and the statements few: named, each is planned once per connection. */
export function named(text: string, values: readonly unknown[]): pg.QueryConfig {
  return { name: statementName(text), text, values: [...values] }
}

function statementName(text: string): string {
  const known = statementNames.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
  statementNames.set(text, name)
  return name
}
