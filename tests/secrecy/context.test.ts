import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { idOf, municipalityId } from '../support/people.ts'
import { openPortalLogin, sealBy, type PortalLogin } from '../support/portal-login.ts'
import { storyTime } from '../support/stories.ts'

// What a role can do with a connection of the portal's own login, statement by statement: everything that an
// injected statement could, and more. What it can do with the cases that are open stands in open-cases.test.ts.
let login: PortalLogin
let owner: pg.Client
let portal: pg.Client
let database: Database

beforeAll(async () => {
  login = await openPortalLogin()
  owner = login.owner
  portal = login.portal
  database = connect(login.portalUrl, () => undefined)
})

afterEach(() => portal.query('rollback; reset role; reset all'))

afterAll(async () => {
  await database.close()
  await login.close()
})

type Kind = 'person' | 'staff'

const openService = () =>
  portal.query(`begin; set local role service; select service_open_transaction('${storyTime.toISOString()}')`)

const subjectNow = async () =>
  (await portal.query<{ subject: string | null }>('select app_subject() as subject')).rows[0]?.subject

/** A context as the portal would write it, for somebody else. */
const contextOf = (kind: Kind) => {
  const other = idOf(kind === 'person' ? 'sara' : 'samira')
  return `${kind}|${municipalityId('ekdala')}|${other}|${storyTime.toISOString()}|2026-09-15|`
}

test.each<[Kind, string]>([
  ['person', 'peter'],
  ['staff', 'mira'],
])('a transaction opened for a %s acts for the holder of the session', async (kind, who) => {
  await login.open(kind)
  expect(await subjectNow()).toBe(idOf(who as 'peter'))
  expect((await login.casesNow(kind)).length).toBeGreaterThan(0)
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
  await login.open(kind)
  await portal.query(write('app.context', contextOf(kind)))
  expect(await subjectNow()).toBeNull()
  expect(await login.casesNow(kind)).toEqual([])
})

test('the signature that is tried here is made as the opening makes it', async () => {
  await login.open('person')
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

test.each<Kind>(['person', 'staff'])('a %s cannot sign another context with what it knows', async (kind) => {
  await login.open(kind)
  await expect(portal.query('select secret from context_secret')).rejects.toThrow(/permission denied/)
  await portal.query('rollback')
  await login.open(kind)
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
    await login.open(kind)
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
    expect(await login.casesNow(kind)).toEqual([])
  },
)

test.each<[Kind, Kind]>([
  ['person', 'staff'],
  ['staff', 'person'],
])('a %s that takes the role of %s acts for nobody', async (kind, other) => {
  await login.open(kind)
  await portal.query(`select set_config('role', '${other}', true)`)
  expect(await subjectNow()).toBeNull()
  expect(await login.casesNow(other)).toEqual([])
})

test.each<Kind>(['person', 'staff'])(
  'a %s cannot open the transaction anew, for another or for the service',
  async (kind) => {
    for (const opening of [
      `select * from session_open_transaction('${kind}', '${login.tokens[kind].municipalityId}', '\\x${login.tokens[kind].hash.toString('hex')}', now())`,
      `select * from session_open_transaction('${kind}', '${login.tokens[kind].municipalityId}', '\\x${login.tokens[kind].hash.toString('hex')}', now(), true)`,
      'select service_open_transaction(now())',
    ]) {
      await login.open(kind)
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
      await login.open(kind)
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

// A transaction's end does not look for any: what is temporary needs a right that nobody has.
test.each(
  ['person', 'staff', 'service', 'respondent', 'together', 'portal'].flatMap((role) =>
    [
      'temporary table person_case (case_id uuid)',
      'temporary table person_case as select 1 as case_id',
      'temporary view person_case as select 1 as case_id',
      'temporary sequence numbers',
      'table pg_temp.person_case (case_id uuid)',
      'type pg_temp.kind as (name text)',
      'function pg_temp.app_today() returns date language sql return current_date',
    ].map((made) => ({ role, made })),
  ),
)('role $role can make nothing that is temporary: $made', async ({ role, made }) => {
  await portal.query(role === 'portal' ? 'begin' : `begin; set local role ${role}`)
  await expect(portal.query(`create ${made}`)).rejects.toThrow(/permission denied/)
})

test('a name in the portal’s statements means what stands in public, whatever was set before', async () => {
  await database.asPerson(login.tokens.person, storyTime, (tx) =>
    sql`select set_config('search_path', 'pg_temp', false)`.execute(tx),
  )
  const seen = await database.asPerson(login.tokens.person, storyTime, (tx) =>
    tx.selectFrom('person_case').select('case_id').execute(),
  )
  expect(seen).toHaveLength(1)
})

test('nothing that a transaction sets reaches the next one on its connection', async () => {
  const settings = sql<{ timezone: string; role: string; listening: string | null }>`
    select current_setting('timezone') as timezone, current_user as role,
           (select string_agg(c, ',') from pg_listening_channels() c) as listening`
  const read = () =>
    database.asPerson(login.tokens.person, storyTime, async (tx) => (await settings.execute(tx)).rows)
  const before = await read()
  await database.asPerson(login.tokens.person, storyTime, async (tx) => {
    await sql`set timezone = 'Asia/Tokyo'`.execute(tx)
    await sql`listen somebody`.execute(tx)
    await sql`select set_config('role', 'staff', false)`.execute(tx)
  })
  expect(await read()).toEqual(before)
})

test('what is written while looking as somebody else cannot be committed', async () => {
  await login.open('staff')
  await portal.query('select staff_look_as($1)', [idOf('tindra')])
  await portal.query('set local role person')
  expect(await subjectNow()).toBe(idOf('tindra'))
  await portal.query(`select person_change_settings('fi', 'larger')`)
  await expect(portal.query('commit')).rejects.toThrow('a preview is taken back')
  const { rows } = await owner.query(`select from person where id = $1 and language = 'fi'`, [idOf('tindra')])
  expect(rows).toEqual([])
})
