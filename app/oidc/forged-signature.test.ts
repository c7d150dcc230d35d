import type { JWTPayload } from 'jose'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Forgery } from '../../tests/support/forging-endpoints'
import { startForgingProvider, type ForgingProvider } from '../../tests/support/forging-provider'
import { clientKeys, numbers, origin } from '../../tests/support/sign-in-world'
import { begun, finished, receipt } from '../../tests/support/signing-broker'
import { createIdentityProviders, type IdentityProvider } from './identity-provider'

let forging: ForgingProvider
let provider: IdentityProvider

beforeAll(async () => {
  const keys = await clientKeys()
  forging = await startForgingProvider({ id: 'portal', publicKey: keys.publicKey })
  const settings = { issuer: forging.issuer, clientId: 'portal', clientKey: keys.setting }
  const both = { ...settings, broker: 'oidc-sweden' as const }
  const log = pino({ level: 'silent' })
  provider = createIdentityProviders({ origin, production: false, person: both, staff: both }, log).person
})

beforeEach(() => forging.forge())

afterAll(() => forging.close())

const now = () => Math.floor(Date.now() / 1000)
const without = (claim: string) => (claims: JWTPayload) => ({ ...claims, [claim]: undefined })
const saying = (changes: JWTPayload) => (claims: JWTPayload) => ({ ...claims, ...changes })
const claim = (name: string) => `https://id.oidc.se/claim/${name}`
const loa = (level: number) => `http://id.elegnamnden.se/loa/1.0/loa${level}`

async function sign(forgery: Forgery) {
  forging.forge(forgery)
  const signature = await begun(provider)
  return finished(provider, signature, await forging.sign(signature, numbers.marie))
}

test('an honest answer is taken as it came', async () => {
  expect(await sign({})).toMatchObject({
    signature: 'c2lnbmF0dXJl',
    ocspResponse: 'b2NzcA==',
    signer: numbers.marie,
    txn: 'txn-1',
  })
})

test('an answer without proof from the bank is for the judge to refuse', async () => {
  expect(await sign({ idToken: without(claim('authnEvidence')) })).toMatchObject({ ocspResponse: null })
})

test.each<[string, Forgery, string, string]>([
  ['without signature', { idToken: without(claim('userSignature')) }, 'failed', 'signature-missing'],
  [
    'with an empty signature',
    { idToken: saying({ [claim('userSignature')]: '' }) },
    'failed',
    'signature-missing',
  ],
  [
    'with a signature that is no text',
    { idToken: saying({ [claim('userSignature')]: ['c2ln'] }) },
    'failed',
    `claim ${claim('userSignature')}`,
  ],
  [
    'with a proof that is no text',
    { idToken: saying({ [claim('authnEvidence')]: 7 }) },
    'failed',
    `claim ${claim('authnEvidence')}`,
  ],
  [
    'by somebody else',
    { idToken: saying({ [claim('personalIdentityNumber')]: numbers.henrik }) },
    'otherSigner',
    'signer',
  ],
  ['by nobody', { idToken: without(claim('personalIdentityNumber')) }, 'failed', '0 numbers'],
  ['at a level too low', { idToken: saying({ acr: loa(2) }) }, 'levelTooLow', 'claim acr'],
  ['at an unknown level', { idToken: saying({ acr: 'urn:high' }) }, 'levelTooLow', 'claim acr'],
  ['from an earlier identification', { idToken: saying({ auth_time: now() - 200 }) }, 'failed', 'auth_time'],
  ['without time', { idToken: without('auth_time') }, 'failed', 'OAUTH_INVALID_RESPONSE'],
  ['with another nonce', { idToken: saying({ nonce: 'another' }) }, 'failed', 'nonce'],
  ['without nonce', { idToken: without('nonce') }, 'failed', 'OAUTH_INVALID_RESPONSE'],
  ['from another issuer', { idToken: saying({ iss: 'https://elsewhere.example' }) }, 'failed', 'iss'],
  ['for another client', { idToken: saying({ aud: 'another' }) }, 'failed', 'aud'],
  ['that has expired', { idToken: saying({ exp: now() - 60 }) }, 'failed', 'exp'],
  ['with a broken signature', { idTokenBy: 'broken' }, 'failed', 'OAUTH'],
  ['signed by a stranger', { idTokenBy: 'stranger' }, 'failed', 'OAUTH'],
  ['signed with an unknown key', { idTokenBy: 'unknownKey' }, 'failed', 'OAUTH'],
  ['unsigned', { idTokenBy: 'nobody' }, 'failed', 'OAUTH'],
  ['with an HMAC of the public key', { idTokenBy: 'hmacOfPublicKey' }, 'failed', 'OAUTH'],
])('an ID token %s is refused by the name of the rule', async (_what, forgery, refused, rule) => {
  const answer = await sign(forgery)
  expect(answer).toMatchObject({ refused })
  expect('detail' in answer && answer.detail).toContain(rule)
  expect(JSON.stringify(answer)).not.toMatch(/1985|1981|eyJ|c2ln/)
})

test.each<[string, (query: URLSearchParams) => void, string]>([
  ['without state', (query) => query.delete('state'), 'failed'],
  ['with another state', (query) => query.set('state', 'another'), 'failed'],
  ['with two codes', (query) => query.append('code', 'another'), 'failed'],
  ['that names another provider', (query) => query.set('iss', 'https://elsewhere.example'), 'failed'],
  ['that says the person cancelled', answering('access_denied'), 'cancelled'],
  ['that says it was not the signer', answering('unmet_authentication_requirements'), 'otherSigner'],
  ['that says the provider is busy', answering('temporarily_unavailable'), 'brokerAway'],
  ['that says we may not sign', answering('unauthorized_client'), 'failed'],
])('a return %s is no signature', async (_what, forge, refused) => {
  expect(await sign({ callback: forge })).toMatchObject({ refused })
})

function answering(error: string) {
  return (query: URLSearchParams) => {
    query.delete('code')
    query.set('error', error)
    query.set('error_description', 'Marie Ek, 198501012382')
  }
}

test('a broker that has stopped taking signatures is told by name, and nobody is sent away', async () => {
  const keys = await clientKeys()
  const other = await startForgingProvider({ id: 'portal', publicKey: keys.publicKey })
  other.forge({ metadata: { scopes_supported: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'] } })
  const settings = { issuer: other.issuer, clientId: 'portal', clientKey: keys.setting }
  const both = { ...settings, broker: 'oidc-sweden' as const }
  const log = pino({ level: 'silent' })
  const { person } = createIdentityProviders({ origin, production: false, person: both, staff: both }, log)
  expect(await person.lacksForSigning()).toEqual(['every scope of a signature'])
  expect(await person.startSignature(receipt)).toEqual({
    refused: 'brokerAway',
    detail: 'the broker lacks every scope of a signature',
  })
  await other.close()
})
