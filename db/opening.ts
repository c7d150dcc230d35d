import pg from 'pg'

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

export type Holder = 'person' | 'staff'

export type SessionToken = { municipalityId: string; hash: Buffer }

// Names mean those in public, whatever earlier statements set. Generic plans: every statement reads one person's few
// rows, and planning the views anew costs more than a page.
const begin =
  'begin; set local search_path = public, pg_temp; set local plan_cache_mode = force_generic_plan; set local jit = off; set local role service'
// Nothing that a transaction leaves on its connection reaches the next one.
export const clean = 'reset role; reset all; close all; unlisten *; select pg_advisory_unlock_all()'

// Begin, session and role go in one round trip: three cost 1.8 times the page's query, one costs 1.3. Only this
// message can say whom the transaction acts for (db/policy/context.sql). The driver escapes every literal; the role
// is set last, so nothing after it runs as service.
export function openAs(kind: Holder, token: SessionToken, now: Date): string {
  return openWith(kind, token, now, false)
}

/** As {@link openAs}, but without a living session it fails, and with it whatever was sent behind it. */
export function openOrFailAs(kind: Holder, token: SessionToken, now: Date): string {
  return openWith(kind, token, now, true)
}

function openWith(kind: Holder, { municipalityId, hash }: SessionToken, now: Date, orFail: boolean): string {
  const values = [kind, municipalityId, `\\x${hash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from session_open_transaction(${values.join(', ')}, ${orFail}); set local role ${kind}`
}

/** What a refused opening fails with: there is no living session. */
export const isSessionMissing = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '28000'

export function openAsService(now: Date): string {
  return `${begin}; select service_open_transaction(${pg.escapeLiteral(now.toISOString())})`
}

export function openAsRespondent(codeHash: Buffer, now: Date): string {
  const values = [`\\x${codeHash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from respondent_open_transaction(${values.join(', ')}); set local role respondent`
}

export function openAsTogether({ municipalityId, hash }: SessionToken, now: Date): string {
  const values = [municipalityId, `\\x${hash.toString('hex')}`, now.toISOString()].map(pg.escapeLiteral)
  return `${begin}; select * from together_open_transaction(${values.join(', ')}); set local role together`
}

export type TicketRow = {
  round_id: string
  instrument: string
  instrument_version: number
  is_used: boolean
  is_open: boolean
  municipality_name: string
  municipality_phone: string
}

export function ticketOf(row: TicketRow): Ticket {
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

export type ReadingRow = { reading_id: string; municipality_name: string; seconds_left: number }

export function readingOf(row: ReadingRow): OpenReading {
  return {
    readingId: row.reading_id,
    municipalityName: row.municipality_name,
    secondsLeft: row.seconds_left,
  }
}

export type HolderRow = Record<'emergency_phone' | 'emergency_hours', string | null> & {
  subject_id: string
  previous_visit_at: Date | null
  seconds_left: number
  given_name: string
  language: string
  text_size: string
  municipality_name: string
  municipality_phone: string
}

export function subjectOf(row: HolderRow, municipalityId: string): Subject {
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
