import type { CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import {
  openAs,
  openOrFailAs,
  openAsRespondent,
  openAsService,
  openAsTogether,
  readingOf,
  subjectOf,
  ticketOf,
  type Holder,
  type HolderRow,
  type OpenReading,
  type ReadingRow,
  type SessionToken,
  type Subject,
  type Ticket,
  type TicketRow,
} from './opening.ts'
import { kyselyOn } from './kysely-on.ts'
import { askInOneWrite, inTransaction, type Ending } from './transaction.ts'
import type { PersonSchema, RespondentSchema, ServiceSchema, StaffSchema, TogetherSchema } from './roles.ts'

/** Role person: only the person views and functions are reachable. */
export type PersonTx = Kysely<PersonSchema>
export type StaffTx = Kysely<StaffSchema>
export type ServiceTx = Kysely<ServiceSchema>
/** Role respondent: the functions of one survey code. */
export type RespondentTx = Kysely<RespondentSchema>
/** Role together: the functions of one reading with a child. */
export type TogetherTx = Kysely<TogetherSchema>

export type Transactions = {
  /** Opens a transaction for the session's holder; without one it returns null and never calls `work`. */
  asPerson: <T>(token: SessionToken, now: Date, work: Work<PersonTx, T>) => Promise<T | null>
  asStaff: <T>(token: SessionToken, now: Date, work: Work<StaffTx, T>) => Promise<T | null>
  /**
   * Asks one thing as the session's holder. Opening, question and end are sent in one write, before any answer: a page
   * waits for the database once. Null without a session; then nothing of the question was run.
   */
  ask: <Row>(
    holder: Holder,
    token: SessionToken,
    now: Date,
    question: CompiledQuery<Row>,
  ) => Promise<Answer<Row> | null>
  /**
   * Sees what somebody else would see: prepares as the staff session's holder, reads as that person, and rolls all
   * back, log lines included. Null without a session, and for a person in none of their cases.
   */
  lookAs: <T>(token: SessionToken, now: Date, look: Look<T>) => Promise<T | null>
  asService: <T>(now: Date, work: (tx: ServiceTx) => Promise<T>) => Promise<T>
  /** Opens a transaction for a survey code, by its hash; for one there is not it returns null and never calls `work`. */
  asRespondent: <T>(codeHash: Buffer, now: Date, work: Work<RespondentTx, T, Ticket>) => Promise<T | null>
  /** Opens a transaction for a device's reading; where it is over it returns null and never calls `work`. */
  asTogether: <T>(token: SessionToken, now: Date, work: Work<TogetherTx, T, OpenReading>) => Promise<T | null>
}

export type Database = Transactions & {
  /** The same work and the same outcome, but nothing that was done stays. */
  undone: Transactions
  answers: () => Promise<boolean>
  pool: { total: number; idle: number; waiting: number }
  close: () => Promise<void>
}

export type Answer<Row> = { subject: Subject; rows: Row[] }

type Work<Tx, T, For = Subject> = (tx: Tx, opened: For) => Promise<T>

export type Look<T> = {
  personId: string
  prepare: (tx: StaffTx, subject: Subject) => Promise<void>
  read: (tx: PersonTx) => Promise<T>
}

// A legal day is not an instant: the driver's default makes it local midnight and shifts it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Connects to PostgreSQL as the login role, which may read nothing until a transaction takes a role.
 * @param url connection of the login role
 * @param onLost called when an idle connection breaks; the pool makes a new one by itself
 * @param most connections at once
 */
export function connect(url: string, onLost: (error: Error) => void, most = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    pipeline: true,
  })
  pool.on('error', onLost)
  pool.on('connect', (client) => {
    // Without a listener, a connection lost between two statements would end the process; the next statement fails
    // anyway.
    client.on('error', () => undefined)
  })

  return {
    ...transactions(pool, 'commit'),
    undone: transactions(pool, 'rollback'),
    answers: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    get pool() {
      return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
    },
    close: () => pool.end(),
  }
}

function transactions(pool: pg.Pool, ending: Ending): Transactions {
  const asHolder =
    (kind: 'person' | 'staff') =>
    <Tx, T>(token: SessionToken, now: Date, work: Work<Tx, T>): Promise<T | null> =>
      inTransaction(pool, { opening: openAs(kind, token, now), ending }, async (client, found) => {
        const row = found as HolderRow | undefined
        if (!row) return null
        return work(kyselyOn(client) as Tx, subjectOf(row, token.municipalityId))
      })
  return {
    asPerson: asHolder('person'),
    asStaff: asHolder('staff'),
    ask: async <Row>(holder: Holder, token: SessionToken, now: Date, question: CompiledQuery<Row>) => {
      const transaction = { opening: openOrFailAs(holder, token, now), ending }
      const asked = await askInOneWrite(pool, transaction, question)
      return (
        asked && { subject: subjectOf(asked.opened as HolderRow, token.municipalityId), rows: asked.rows }
      )
    },
    lookAs: (token, now, look) => {
      const staff = { opening: openAs('staff', token, now), ending: 'rollback' } as const
      return inTransaction(pool, staff, async (client, found) => {
        const row = found as HolderRow | undefined
        return row ? lookAs(client, subjectOf(row, token.municipalityId), look) : null
      })
    },
    asService: (now, work) =>
      inTransaction(pool, { opening: openAsService(now), ending }, (client) =>
        work(kyselyOn(client) as ServiceTx),
      ),
    asRespondent: (codeHash, now, work) =>
      inTransaction(pool, { opening: openAsRespondent(codeHash, now), ending }, async (client, found) => {
        const row = found as TicketRow | undefined
        return row ? work(kyselyOn(client) as RespondentTx, ticketOf(row)) : null
      }),
    asTogether: (token, now, work) =>
      inTransaction(pool, { opening: openAsTogether(token, now), ending }, async (client, found) => {
        const row = found as ReadingRow | undefined
        return row ? work(kyselyOn(client) as TogetherTx, readingOf(row)) : null
      }),
  }
}

async function lookAs<T>(client: pg.PoolClient, subject: Subject, look: Look<T>): Promise<T | null> {
  await look.prepare(kyselyOn(client) as StaffTx, subject)
  const { rows } = await client.query<{ allowed: boolean }>('select staff_look_as($1) as allowed', [
    look.personId,
  ])
  if (!rows[0]?.allowed) return null
  await client.query('set local role person')
  return look.read(kyselyOn(client) as PersonTx)
}
