import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { storiesDatabase } from '../support/database.ts'
import { idOf, municipalityId, sessionFor } from '../support/people.ts'
import { storyTime } from '../support/stories.ts'
import { connect, type Database } from '../../db/connect.ts'
import type { SessionToken } from '../../db/opening.ts'
import { sql } from 'kysely'

// What a role can do with a connection of the portal's own login, statement by statement: everything that an
// injected statement could, and more.
let owner: pg.Client
let portal: pg.Client
let database: Database
let tokens: Record<'person' | 'staff', SessionToken>

beforeAll(async () => {
  const urls = await storiesDatabase()
  owner = new pg.Client(urls.ownerUrl)
  await owner.connect()
  portal = new pg.Client(urls.portalUrl)
  await portal.connect()
  database = connect(urls.portalUrl, () => undefined)
  tokens = { person: await sessionFor(owner, 'peter'), staff: await sessionFor(owner, 'mira') }
})

afterEach(() => portal.query('rollback; reset role; reset all'))

afterAll(async () => {
  await database.close()
  await portal.end()
  await owner.end()
})

type Kind = 'person' | 'staff'

async function open(kind: Kind): Promise<void> {
  const { municipalityId: municipality, hash } = tokens[kind]
  const values = [kind, municipality, `\\x${hash.toString('hex')}`, storyTime.toISOString()].map(
    pg.escapeLiteral,
  )
  await portal.query(
    `begin; set local role service; select * from session_open_transaction(${values.join(', ')}); set local role ${kind}`,
  )
}

const openService = () =>
  portal.query(`begin; set local role service; select service_open_transaction('${storyTime.toISOString()}')`)

const subjectNow = async () =>
  (await portal.query<{ subject: string | null }>('select app_subject() as subject')).rows[0]?.subject

const casesNow = async (kind: Kind) =>
  (
    await portal.query<{ id: string }>(
      kind === 'person' ? 'select case_id as id from person_case' : 'select id from case_file',
    )
  ).rows

/** A context as the portal would write it, for somebody else. */
const contextOf = (kind: Kind) => {
  const other = idOf(kind === 'person' ? 'sara' : 'samira')
  return `${kind}|${municipalityId('ekdala')}|${other}|${storyTime.toISOString()}|2026-09-15|`
}

test.each<[Kind, string]>([
  ['person', 'peter'],
  ['staff', 'mira'],
])('a transaction opened for a %s acts for the holder of the session', async (kind, who) => {
  await open(kind)
  expect(await subjectNow()).toBe(idOf(who as 'peter'))
  expect((await casesNow(kind)).length).toBeGreaterThan(0)
})

// Written by the role itself, in every way there is: then the transaction acts for nobody.
const waysToWrite = [
  ['a statement', (name: string, value: string) => `set ${name} = ${pg.escapeLiteral(value)}`],
  [
    'a statement for the transaction',
    (name: string, value: string) => `set local ${name} = ${pg.escapeLiteral(value)}`,
  ],
  [
    'a function',
    (name: string, value: string) => `select set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  ],
] as const

test.each(
  waysToWrite.flatMap(([way, write]) => (['person', 'staff'] as const).map((kind) => ({ way, kind, write }))),
)('a $kind that overwrites its context by $way acts for nobody', async ({ kind, write }) => {
  await open(kind)
  await portal.query(write('app.context', contextOf(kind)))
  expect(await subjectNow()).toBeNull()
  expect(await casesNow(kind)).toEqual([])
})

/** The signature that a role would make, if it knew with which secret (context_seal in db/policy/context.sql). */
const sealBy = (secret: string, text: string) =>
  `encode(sha256(convert_to(${secret} || pg_backend_pid()::text || transaction_timestamp()::text || ${text} || ${secret}, 'UTF8')), 'hex')`

test('the signature that is tried here is made as the opening makes it', async () => {
  await open('person')
  const { rows } = await portal.query<{ context: string; seal: string }>(
    `select current_setting('app.context') as context, current_setting('app.seal') as seal`,
  )
  const { rows: secrets } = await owner.query<{ secret: string }>('select secret from context_secret')
  const { rows: made } = await portal.query<{ seal: string }>(
    `select ${sealBy('$1::text', '$2::text')} as seal`,
    [secrets[0]!.secret, rows[0]!.context],
  )
  expect(made[0]!.seal).toBe(rows[0]!.seal)
})

/** Every case of the town, as the opening would have told it. */
const everyCase = async (kind: Kind) => {
  const { rows } = await owner.query<{ cases: string }>(
    kind === 'person'
      ? `select jsonb_agg(jsonb_build_object('case_id', id, 'child_id', child_id, 'case_number', case_number, 'opened_on', opened_on,
                                             'role', 'child', 'child_name', '', 'is_own', true, 'child_age', 16))::text as cases from case_file`
      : 'select array_agg(id)::text as cases from case_file',
  )
  return rows[0]!.cases
}

test.each<Kind>(['person', 'staff'])(
  'a %s that writes more cases than were opened sees none',
  async (kind) => {
    const cases = await everyCase(kind)
    // With the signature that is there, with that of the context, and with one made of what the role knows.
    for (const seal of [
      `current_setting('app.open_cases_seal')`,
      `current_setting('app.seal')`,
      sealBy(`current_setting('app.seal')`, `current_setting('app.seal') || $1`),
    ]) {
      await open(kind)
      await portal.query(
        `select set_config('app.open_cases_seal', ${seal}, true), set_config('app.open_cases', $1::text, true)`,
        [cases],
      )
      expect(await casesNow(kind)).toEqual([])
      await portal.query('rollback')
    }
  },
)

test.each<Kind>(['person', 'staff'])(
  'what was open to a %s in one transaction opens nothing in the next',
  async (kind) => {
    await open(kind)
    const { rows } = await portal.query<Record<string, string>>(
      `select current_setting(name) as value, name from unnest(array['app.open_cases', 'app.open_cases_seal']) name`,
    )
    await portal.query('rollback')
    await open(kind)
    for (const { name, value } of rows) await portal.query('select set_config($1, $2, true)', [name, value])
    expect(await casesNow(kind)).toEqual([])
  },
)

test.each<Kind>(['person', 'staff'])('a %s cannot sign another context with what it knows', async (kind) => {
  await open(kind)
  await expect(portal.query('select secret from context_secret')).rejects.toThrow(/permission denied/)
  await portal.query('rollback')
  await open(kind)
  // By a secret of its own, and by the seal that is there, taken for a secret.
  await portal.query(
    `select set_config('app.context', $1, true), set_config('app.seal', ${sealBy(`current_setting('app.seal')`, '$1')}, true)`,
    [contextOf(kind)],
  )
  expect(await subjectNow()).toBeNull()
})

test.each<Kind>(['person', 'staff'])(
  'what a %s was given in one transaction is worth nothing in the next',
  async (kind) => {
    await open(kind)
    const { rows } = await portal.query<{ context: string; seal: string }>(
      `select current_setting('app.context') as context, current_setting('app.seal') as seal`,
    )
    await portal.query('rollback')
    await portal.query(`begin; set local role ${kind}`)
    await portal.query(`select set_config('app.context', $1, true), set_config('app.seal', $2, true)`, [
      rows[0]!.context,
      rows[0]!.seal,
    ])
    expect(await subjectNow()).toBeNull()
    expect(await casesNow(kind)).toEqual([])
  },
)

test.each<[Kind, Kind]>([
  ['person', 'staff'],
  ['staff', 'person'],
])('a %s that takes the role of %s acts for nobody', async (kind, other) => {
  await open(kind)
  await portal.query(`select set_config('role', '${other}', true)`)
  expect(await subjectNow()).toBeNull()
  expect(await casesNow(other)).toEqual([])
})

test.each<Kind>(['person', 'staff'])(
  'a %s cannot open the transaction anew, for another or for the service',
  async (kind) => {
    for (const opening of [
      `select * from session_open_transaction('${kind}', '${tokens[kind].municipalityId}', '\\x${tokens[kind].hash.toString('hex')}', now())`,
      `select * from session_must_open_transaction('${kind}', '${tokens[kind].municipalityId}', '\\x${tokens[kind].hash.toString('hex')}', now())`,
      'select service_open_transaction(now())',
    ]) {
      await open(kind)
      await portal.query(`select set_config('role', 'service', true)`)
      await expect(portal.query(opening)).rejects.toThrow('a transaction is opened when it begins')
      await portal.query('rollback')
    }
  },
)

test('every function of the service does nothing in a transaction of a person or of staff', async () => {
  const { rows: functions } = await owner.query<{ name: string; call: string }>(
    `select p.proname as name,
            format('select %I(%s)', p.proname,
                   (select string_agg('null::' || format_type(t, null), ', ' order by n)
                      from unnest(p.proargtypes::oid[]) with ordinality as a (t, n))) as call
       from pg_proc p
      where p.pronamespace = 'public'::regnamespace and has_function_privilege('service', p.oid, 'execute')
        and not has_function_privilege('person', p.oid, 'execute') and p.proname !~ '_open_transaction$'`,
  )
  expect(functions.length).toBeGreaterThan(30)
  for (const kind of ['person', 'staff'] as const) {
    for (const { name, call } of functions) {
      await open(kind)
      await portal.query(`select set_config('role', 'service', true)`)
      await expect(portal.query(call), name).rejects.toThrow('this is not a transaction of the service')
      await portal.query('rollback')
    }
  }
})

test('the service acts in its own transaction, for nobody', async () => {
  await openService()
  expect((await portal.query('select * from municipality_contacts()')).rows.length).toBeGreaterThan(0)
  expect(await subjectNow()).toBeNull()
})

test.each(['person', 'staff', 'service'])('role %s can make no temporary table', async (role) => {
  await portal.query(`begin; set local role ${role}`)
  await expect(portal.query('create temporary table person_case (case_id uuid)')).rejects.toThrow(
    /permission denied/,
  )
})

test('a name in the portal’s statements means what stands in public, whatever was set before', async () => {
  await database.asPerson(tokens.person, storyTime, (tx) =>
    sql`select set_config('search_path', 'pg_temp', false)`.execute(tx),
  )
  const seen = await database.asPerson(tokens.person, storyTime, (tx) =>
    tx.selectFrom('person_case').select('case_id').execute(),
  )
  expect(seen).toHaveLength(1)
})

test('nothing that a transaction sets reaches the next one on its connection', async () => {
  const settings = sql<{ timezone: string; role: string; listening: string | null }>`
    select current_setting('timezone') as timezone, current_user as role,
           (select string_agg(c, ',') from pg_listening_channels() c) as listening`
  const read = () =>
    database.asPerson(tokens.person, storyTime, async (tx) => (await settings.execute(tx)).rows)
  const before = await read()
  await database.asPerson(tokens.person, storyTime, async (tx) => {
    await sql`set timezone = 'Asia/Tokyo'`.execute(tx)
    await sql`listen somebody`.execute(tx)
    await sql`select set_config('role', 'staff', false)`.execute(tx)
  })
  expect(await read()).toEqual(before)
})

test('what is written while looking as somebody else cannot be committed', async () => {
  await open('staff')
  await portal.query('select staff_look_as($1)', [idOf('tindra')])
  await portal.query('set local role person')
  expect(await subjectNow()).toBe(idOf('tindra'))
  await portal.query(`select person_change_settings('fi', 'larger')`)
  await expect(portal.query('commit')).rejects.toThrow('a preview is taken back')
  const { rows } = await owner.query(`select from person where id = $1 and language = 'fi'`, [idOf('tindra')])
  expect(rows).toEqual([])
})
