import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgingWorld, type ForgingWorld } from '../../../tests/support/forging-world'
import { testKeys } from '../../../tests/support/keys'
import { numbers } from '../../../tests/support/sign-in-world'
import { testVisitor, type Answer } from '../../../tests/support/visitor'
import { accountHash, lookupHash } from '../../person/personal-identity-number'
import { loader as callback } from './callback'
import { action as start } from './start'

let world: ForgingWorld

beforeAll(async () => {
  world = await forgingWorld()
})

beforeEach(async () => {
  world.provider.forge()
  world.log.length = 0
  await world.query(
    'truncate session, sign_in_account, pending_identification, sign_in_choice; delete from audit_event',
  )
})

afterAll(() => world.close())

async function arrive(number: string, fields: Record<string, string> = {}): Promise<Answer> {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start', fields)
  const query = await world.provider.identify(location!, number)
  return visitor.get(callback, `/auth/callback?${query}`)
}

const anAccount = (sub: string) => ({
  idToken: (claims: JWTPayload) => ({ ...claims, sub }),
  userInfo: (claims: JWTPayload) => ({ ...claims, sub }),
})

test('an account at the broker that comes with somebody else’s number lets nobody in, and both are told in the log', async () => {
  world.provider.forge(anAccount('one'))
  expect((await arrive(numbers.tindra)).status).toBe(303)
  await world.query('truncate session; delete from audit_event')
  world.log.length = 0
  expect(await arrive(numbers.marie)).toMatchObject({
    status: 502,
    told: { outcome: 'failed', contacts: [{ name: 'Ekdala kommun' }, { name: 'Grannby kommun' }] },
  })
  expect(await world.query('select from session')).toEqual([])
  expect(
    await world.query(
      `select p.given_name, a.action, a.actor_kind from audit_event a join person p on p.id = a.actor_id order by 1`,
    ),
  ).toEqual(
    ['Marie', 'Marie', 'Tindra'].map((given_name) => ({
      given_name,
      action: 'refusedAccount',
      actor_kind: 'person',
    })),
  )
  expect(world.log.at(-1)).toMatchObject({ reason: 'failed', detail: 'account of another number' })
  world.provider.forge(anAccount('another'))
  expect((await arrive(numbers.marie)).status).toBe(303)
})

test('an account keeps its person when the number is changed here too', async () => {
  world.provider.forge(anAccount('one'))
  await arrive(numbers.tindra)
  await world.query(`update person set id_number_hash = $1 where given_name = 'Tindra'`, [
    lookupHash(numbers.nobody, testKeys),
  ])
  expect((await arrive(numbers.nobody)).location).toBe('/hem')
  await world.query(`update person set id_number_hash = $1 where given_name = 'Tindra'`, [
    lookupHash(numbers.tindra, testKeys),
  ])
})

test('staff and persons have accounts of their own', async () => {
  world.provider.forge(anAccount('one'))
  await arrive(numbers.tindra)
  expect((await arrive(numbers.mira, { kind: 'staff' })).location).toBe('/handlaggare')
})

test('the database holds no account, only its keyed hash', async () => {
  world.provider.forge(anAccount('one'))
  await arrive(numbers.tindra)
  const rows = await world.query<{ account_hash: Buffer }>('select account_hash from sign_in_account')
  expect(rows.map((row) => row.account_hash)).toEqual([accountHash(`${world.provider.issuer} one`, testKeys)])
})
