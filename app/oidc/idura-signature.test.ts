import type { JWTPayload } from 'jose'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startForgingProvider, type ForgingProvider } from '../../tests/support/forging-provider'
import { clientKeys, numbers, origin } from '../../tests/support/sign-in-world'
import { begun, finished, receipt } from '../../tests/support/signing-broker'
import { createIdentityProviders, type IdentityProvider } from './identity-provider'

let idura: ForgingProvider
let provider: IdentityProvider

beforeAll(async () => {
  const keys = await clientKeys()
  idura = await startForgingProvider({ id: 'portal', publicKey: keys.publicKey }, 'RS256')
  const settings = { issuer: idura.issuer, clientId: 'portal', clientKey: keys.setting }
  const both = { ...settings, broker: 'idura' as const }
  const log = pino({ level: 'silent' })
  provider = createIdentityProviders({ origin, production: false, person: both, staff: both }, log).person
})

afterAll(() => idura.close())

// The shape that docs.idura.app shows for Swedish BankID with the scope evidence.
const recorded: JWTPayload = {
  sub: '{2f9c8b71-6a1d-4c5e-9b0f-0d3a7e5c1b22}',
  identityscheme: 'sebankid',
  authenticationtype: 'urn:grn:authn:se:bankid:same-device',
  country: 'SE',
  ssn: numbers.marie,
  name: 'Marie Ek',
  ipaddress: '192.0.2.17',
  evidence: 'PFNpZ25hdHVyZS8+',
  ocspResponse: 'MIIHfgoBAKCC',
}

async function sign(changes: JWTPayload) {
  const usual = { acr: undefined, 'https://id.oidc.se/claim/personalIdentityNumber': undefined }
  idura.forge({ idToken: (claims) => ({ ...claims, ...usual, ...recorded, ...changes }) })
  const signature = await begun(provider)
  return finished(provider, signature, await idura.sign(signature, numbers.marie))
}

test('Idura is asked through its hint, pushed beforehand so that no address holds text or number', async () => {
  const signature = await begun(provider)
  expect(Object.keys(signature.fields).sort()).toEqual(['client_id', 'request_uri'])
  expect(await idura.sign(signature, numbers.marie)).toBeDefined()
  const [text, hidden] = [receipt.visibleText, receipt.hiddenData].map((bytes) => bytes.toString('base64'))
  expect(idura.asked()).toMatchObject({
    acr_values: 'urn:grn:authn:se:bankid',
    scope: 'openid evidence',
    prompt: 'login',
    login_hint: `action:sign sub:${numbers.marie} message:${text} nonVisibleData:${hidden}`,
  })
  expect(idura.asked()).not.toHaveProperty('claims')
})

test('what Idura answers becomes the same as from any other broker', async () => {
  expect(await sign({})).toMatchObject({
    signature: 'PFNpZ25hdHVyZS8+',
    ocspResponse: 'MIIHfgoBAKCC',
    signer: numbers.marie,
    deviceIp: '192.0.2.17',
  })
})

test.each([
  ['without evidence', { evidence: undefined }, 'failed', 'signature-missing'],
  ['by somebody else', { ssn: numbers.henrik }, 'otherSigner', 'signer'],
  ['from another country', { country: 'NO' }, 'failed', 'claim country'],
  ['by another e-ID', { identityscheme: 'frejaid' }, 'failed', 'claim identityscheme'],
  [
    'in a way we do not know',
    { authenticationtype: 'urn:grn:authn:se:other' },
    'levelTooLow',
    'claim authenticationtype',
  ],
])('an answer of Idura %s is refused', async (_what, changes, refused, detail) => {
  expect(await sign(changes)).toEqual({ refused, detail })
})
