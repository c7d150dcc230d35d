import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { PersonSchema, RespondentSchema, ServiceSchema, StaffSchema, TogetherSchema } from './roles.ts'

/** Role person: only the person views and functions are reachable. */
export type PersonTx = Kysely<PersonSchema>
export type StaffTx = Kysely<StaffSchema>
export type ServiceTx = Kysely<ServiceSchema>
/** Role respondent: the functions of one survey code. */
export type RespondentTx = Kysely<RespondentSchema>
/** Role together: the functions of one reading with a child. */
export type TogetherTx = Kysely<TogetherSchema>

/** Who holds a session. Ids are internal; previousVisitAt is the sign-in before this. */
export type Subject = {
  municipalityId: string
  subjectId: string
  givenName: string
  language: string
  textSize: string
  municipalityName: string
  municipalityPhone: string
  /** The social emergency service; null where the municipality has not said how to reach it. */
  emergency: { phone: string; hours: string } | null
  previousVisitAt: Date | null
  secondsLeft: number
}

/** What a survey code opens, and never whose it is. */
export type Ticket = {
  roundId: string
  instrument: string
  version: number
  isUsed: boolean
  /** Whether its round can still be answered today. */
  isOpen: boolean
  municipalityName: string
  municipalityPhone: string
}

/** What a device is opened for that a child reads on together with staff. */
export type OpenReading = { readingId: string; municipalityName: string; secondsLeft: number }

export type SessionToken = { municipalityId: string; hash: Buffer }

export type Transactions = {
  /** Opens a transaction for the session's holder; without one it returns null and never calls `work`. */
  asPerson: <T>(token: SessionToken, now: Date, work: Work<PersonTx, T>) => Promise<T | null>
  asStaff: <T>(token: SessionToken, now: Date, work: Work<StaffTx, T>) => Promise<T | null>
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

/** The database did not answer, or was lost midway: nothing was written. */
class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database does not answer', { cause })
    // Recognised by name: the server and the bundled pages each load this module.
    this.name = 'DatabaseAway'
  }
}

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

type Ending = 'commit' | 'rollback'

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

type TicketRow = {
  round_id: string
  instrument: string
  instrument_version: number
  is_used: boolean
  is_open: boolean
  municipality_name: string
  municipality_phone: string
}

function ticketOf(row: TicketRow): Ticket {
  return {
    roundId: row.round_id,
    instrument: row.instrument,
    version: row.instrument_version,
    isUsed: row.is_used,
    isOpen: row.is_open,
    municipalityName: row.municipality_name,
    municipalityPhone: row.municipality_phone,
  }
}

type ReadingRow = { reading_id: string; municipality_name: string; seconds_left: number }

function readingOf(row: ReadingRow): OpenReading {
  return {
    readingId: row.reading_id,
    municipalityName: row.municipality_name,
    secondsLeft: row.seconds_left,
  }
}

type HolderRow = Record<'emergency_phone' | 'emergency_hours', string | null> & {
  subject_id: string
  previous_visit_at: Date | null
  seconds_left: number
  given_name: string
  language: string
  text_size: string
  municipality_name: string
  municipality_phone: string
}

function subjectOf(row: HolderRow, municipalityId: string): Subject {
  const { emergency_phone: phone, emergency_hours: hours } = row
  return {
    municipalityId,
    subjectId: row.subject_id,
    givenName: row.given_name,
    language: row.language,
    textSize: row.text_size,
    municipalityName: row.municipality_name,
    municipalityPhone: row.municipality_phone,
    emergency: phone && hours ? { phone, hours } : null,
    previousVisitAt: row.previous_visit_at,
    secondsLeft: row.seconds_left,
  }
}

// Names mean those in public, whatever earlier statements set. Generic plans: every statement reads one person's few
// rows, and planning the views anew costs more than a page.
const begin =
  'begin; set local search_path = public, pg_temp; set local plan_cache_mode = force_generic_plan; set local jit = off; set local role service'
// Nothing that a transaction leaves on its connection reaches the next one.
const clean = 'reset role; reset all; discard temp; close all; unlisten *; select pg_advisory_unlock_all()'

// Begin, session and role go in one round trip: three cost 1.8 times the page's query, one costs 1.3. Only this
// message can say whom the transaction acts for (db/policy/context.sql). The driver escapes every literal; the role
// is set last, so nothing after it runs as service.
function openAs(kind: 'person' | 'staff', { municipalityId, hash }: SessionToken, now: Date): string {
  const values = [kind, municipalityId, `\\x${hash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from session_open_transaction(${values.join(', ')}); set local role ${kind}`
}

function openAsService(now: Date): string {
  return `${begin}; select service_open_transaction(${pg.escapeLiteral(now.toISOString())})`
}

function openAsRespondent(codeHash: Buffer, now: Date): string {
  const values = [`\\x${codeHash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from respondent_open_transaction(${values.join(', ')}); set local role respondent`
}

function openAsTogether({ municipalityId, hash }: SessionToken, now: Date): string {
  const values = [municipalityId, `\\x${hash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from together_open_transaction(${values.join(', ')}); set local role together`
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

async function inTransaction<T>(
  pool: pg.Pool,
  { opening, ending }: { opening: string; ending: Ending },
  work: (client: pg.PoolClient, found: unknown) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseAway(error)
  })
  let broken: Error | undefined
  try {
    const results = (await client.query(opening)) as unknown as pg.QueryResult[]
    const value = await work(client, results.find((result) => result.command === 'SELECT')?.rows[0])
    await client.query(`${ending}; ${clean}`)
    return value
  } catch (error) {
    await client.query(`rollback; ${clean}`).catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error(String(lost))
    })
    throw broken ? new DatabaseAway(error) : error
  } finally {
    client.release(broken)
  }
}

const kyselyByClient = new WeakMap<pg.PoolClient, Kysely<unknown>>()

// One Kysely per connection, never destroyed: the pool owns it and the transaction is already open.
function kyselyOn(client: pg.PoolClient): Kysely<unknown> {
  const known = kyselyByClient.get(client)
  if (known) return known
  const prepared = {
    query: (text: string, values: readonly unknown[]) =>
      client.query({ name: statementName(text), text, values: [...values] }),
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

// The views are costly to plan and the statements few: named, each is planned once per connection.
function statementName(text: string): string {
  const known = statementNames.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
  statementNames.set(text, name)
  return name
}
