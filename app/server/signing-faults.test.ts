import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startForgingProvider, type ForgingProvider } from '../../tests/support/forging-provider.ts'
import { clientKeys, origin } from '../../tests/support/sign-in-world.ts'
import { createIdentityProviders } from '../oidc/identity-provider.ts'
import { signingFaults } from './signing-faults.ts'

let able: ForgingProvider
let unable: ForgingProvider
let clientKey: string

beforeAll(async () => {
  const keys = await clientKeys()
  clientKey = keys.setting
  const client = { id: 'portal', publicKey: keys.publicKey }
  ;[able, unable] = await Promise.all([startForgingProvider(client), startForgingProvider(client)])
  unable.forge({ metadata: { scopes_supported: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'] } })
})

afterAll(() => Promise.all([able.close(), unable.close()]))

function faultsWith(person: string, staff: string) {
  const settings = (issuer: string) =>
    ({ issuer, clientId: 'portal', clientKey, broker: 'oidc-sweden' }) as const
  const all = { origin, production: false, person: settings(person), staff: settings(staff) }
  return signingFaults(createIdentityProviders(all, pino({ level: 'silent' })))
}

test('a portal whose brokers take signatures starts', async () => {
  expect(await faultsWith(able.issuer, able.issuer)).toEqual([])
})

test('a broker that takes none is named with what it lacks', async () => {
  const fault = 'cannot take signatures: it lacks every scope of a signature'
  expect(await faultsWith(unable.issuer, able.issuer)).toEqual([{ name: 'OIDC_ISSUER', fault }])
  expect(await faultsWith(able.issuer, unable.issuer)).toEqual([{ name: 'STAFF_OIDC_ISSUER', fault }])
})

test('a broker that does not answer stops no start', async () => {
  expect(await faultsWith('http://127.0.0.1:9', able.issuer)).toEqual([])
})
