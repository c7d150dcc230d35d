import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPortalLogin, sealBy, type PortalLogin } from '../support/portal-login.ts'

// Which cases are open stands in a setting of the transaction: a person's since it was opened, those of staff since they
// were first asked for. Neither is a role's own to say.
let login: PortalLogin

beforeAll(async () => {
  login = await openPortalLogin()
})

afterEach(() => login.portal.query('rollback; reset role; reset all'))

afterAll(() => login.close())

/** Every case of the town, as the opening of a person would have told it, and as an array. */
async function everyCase(): Promise<string[]> {
  const { rows } = await login.owner.query<{ told: string; ids: string }>(
    `select jsonb_agg(jsonb_build_object('case_id', id, 'child_id', child_id, 'case_number', case_number, 'opened_on', opened_on,
                                         'role', 'child', 'child_name', '', 'is_own', true, 'child_age', 16))::text as told,
            array_agg(id)::text as ids
       from case_file`,
  )
  return [rows[0]!.told, rows[0]!.ids]
}

// With the signature that is there, with that of the context, and with ones made of what the role knows.
const seals = [
  `current_setting('app.open_cases_seal')`,
  `current_setting('app.seal')`,
  sealBy(`current_setting('app.seal')`, `current_setting('app.seal') || $1`),
  sealBy(`current_setting('app.seal')`, `'cases|person|' || current_setting('app.seal') || $1`),
]

const write = (seal: string, cases: string) =>
  login.portal.query(
    `select set_config('app.open_cases_seal', ${seal}, true), set_config('app.open_cases', $1::text, true)`,
    [cases],
  )

test.each(seals)('a person that writes more cases than were opened sees none, sealed by %s', async (seal) => {
  const [told] = await everyCase()
  await login.open('person')
  expect(await login.casesNow('person')).toHaveLength(1)
  await write(seal, told!)
  expect(await login.casesNow('person')).toEqual([])
})

test.each(seals)('nothing that staff write opens another case to them, sealed by %s', async (seal) => {
  await login.open('staff')
  const before = await login.casesNow('staff')
  expect(before.length).toBeGreaterThan(0)
  for (const cases of await everyCase()) {
    await write(seal, cases)
    expect(await login.casesNow('staff')).toEqual(before)
  }
})

test('what was open to a person in one transaction opens nothing in the next', async () => {
  await login.open('person')
  const { rows } = await login.portal.query<Record<string, string>>(
    `select current_setting(name) as value, name from unnest(array['app.open_cases', 'app.open_cases_seal']) name`,
  )
  await login.portal.query('rollback')
  await login.open('person')
  for (const { name, value } of rows)
    await login.portal.query('select set_config($1, $2, true)', [name, value])
  expect(await login.casesNow('person')).toEqual([])
})

const told = async (toRoles: string) =>
  (await login.portal.query<{ cases: string | null }>('select opened_cases($1) as cases', [toRoles])).rows[0]
    ?.cases

test('what was signed for cases cannot be divided anew between seal and cases', async () => {
  await login.open('person')
  expect(await told('{person}')).toContain('case_id')
  await login.portal.query(
    `select set_config('app.seal', current_setting('app.seal') || left(current_setting('app.open_cases'), 1), true),
            set_config('app.open_cases', substr(current_setting('app.open_cases'), 2), true)`,
  )
  expect(await told('{person}')).toBeNull()
})

test('the cases of a person are told to no other role', async () => {
  await login.open('person')
  expect(await told('{staff,service,together}')).toBeNull()
  await login.portal.query(`select set_config('role', 'staff', true)`)
  expect(await told('{person,staff}')).toBeNull()
})

test('in a preview the cases of the staff member are closed, and those of the person open', async () => {
  await login.open('staff')
  const { rows } = await login.portal.query<{ id: string }>(
    `select p.person_id as id from case_party p join staff_open_case o using (case_id) where p.role = 'child' limit 1`,
  )
  await login.portal.query('select staff_look_as($1)', [rows[0]!.id])
  expect((await login.portal.query('select staff_case_ids() as ids')).rows).toEqual([{ ids: null }])
  await login.portal.query('set local role person')
  expect((await login.casesNow('person')).length).toBeGreaterThan(0)
})

test('the cases of staff are found once in a transaction', async () => {
  const kept = `select current_setting('app.open_cases') as cases, current_setting('app.open_cases_seal') as seal`
  await login.open('staff')
  expect((await login.portal.query(kept)).rows).toEqual([{ cases: '', seal: '' }])
  const seen = (await login.casesNow('staff')).map(({ id }) => id)
  const { rows } = await login.portal.query<{ cases: string; seal: string }>(kept)
  expect(rows[0]!.cases.slice(1, -1).split(',').sort()).toEqual(seen)
  await login.casesNow('staff')
  expect((await login.portal.query(kept)).rows).toEqual(rows)
})

test('role staff has no cases in a transaction of a person', async () => {
  await login.open('person')
  await login.portal.query(`select set_config('role', 'staff', true)`)
  expect((await login.portal.query('select staff_case_ids() as ids')).rows).toEqual([{ ids: null }])
})
