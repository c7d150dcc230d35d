import { expect, test } from 'vitest'
import { abilitiesOf, missingAbilities, missingForSigning } from './broker-abilities'
import { brokers } from './brokers'
import type { ClientKey } from './client-key'

const issuer = 'https://broker.example'
const key: ClientKey = { algorithm: 'ES256', kid: 'a', load: () => Promise.reject(new Error('not needed')) }
const sweden = { issuer, broker: brokers['oidc-sweden'], key }

/** What BankID's own provider publishes, with other names. */
const whole = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  scopes_supported: [
    'openid',
    'profile',
    'https://id.oidc.se/scope/naturalPersonNumber',
    'https://id.oidc.se/scope/sign',
  ],
  acr_values_supported: ['http://id.elegnamnden.se/loa/1.0/loa3'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  request_object_signing_alg_values_supported: ['none', 'RS256', 'ES256', 'PS256'],
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
  userinfo_signing_alg_values_supported: ['RS256', 'ES256'],
  request_parameter_supported: true,
  claims_parameter_supported: true,
  code_challenge_methods_supported: ['S256'],
}

test('a broker after the Swedish profile lacks nothing', () => {
  expect(missingAbilities(whole, sweden)).toEqual([])
})

test.each([
  ['issuer', { issuer: `${issuer}/` }],
  ['authorization endpoint', { authorization_endpoint: 'https://elsewhere.example/authorize' }],
  ['PKCE', { code_challenge_methods_supported: ['plain'] }],
  ['PKCE', { code_challenge_methods_supported: undefined }],
  ['signing keys', { jwks_uri: undefined }],
  ['client authentication', { token_endpoint_auth_methods_supported: ['client_secret_basic'] }],
  ['ID tokens', { id_token_signing_alg_values_supported: ['RS256'] }],
  ['scope', { scopes_supported: ['openid'] }],
  ['request objects', { request_parameter_supported: false }],
  ['request objects', { request_object_signing_alg_values_supported: ['RS256'] }],
  ['claims parameter', { claims_parameter_supported: undefined }],
  ['level of assurance', { acr_values_supported: ['http://id.elegnamnden.se/loa/1.0/loa2'] }],
  ['a UserInfo endpoint', { userinfo_endpoint: undefined }],
  ['UserInfo signed', { userinfo_signing_alg_values_supported: undefined }],
])('what is missing is named: %s', (what, change) => {
  const missing = missingAbilities({ ...whole, ...change } as typeof whole, sweden)
  expect(missing).toHaveLength(1)
  expect(missing[0]).toContain(what)
})

test('a broker with its own ways need not read claims or signed requests', () => {
  const own = {
    ...whole,
    claims_parameter_supported: false,
    request_parameter_supported: false,
    scopes_supported: undefined,
  }
  const metadata = own as unknown as typeof whole
  expect(missingAbilities(metadata, { issuer, broker: brokers.idura, key: undefined })).toEqual([])
  expect(missingAbilities(metadata, { issuer, broker: brokers.signicat, key: undefined })).toEqual([])
})

test.each([
  [true, key, { signedRequest: true, userMessage: true }],
  [false, key, { signedRequest: true, userMessage: false }],
  [true, undefined, { signedRequest: false, userMessage: false }],
])(
  'words for the e-ID app need a broker that shows them (%s) and a signed request',
  (shows, clientKey, expected) => {
    expect(
      abilitiesOf({ ...whole, 'https://id.oidc.se/disco/userMessageSupported': shows }, clientKey),
    ).toEqual(expected)
  },
)

const claims = ['https://id.oidc.se/claim/userSignature', 'https://id.oidc.se/claim/authnEvidence']
const types = 'https://id.oidc.se/disco/userMessageSupportedMimeTypes'
const signing = { ...whole, claims_supported: claims, [types]: ['text/plain', 'text/markdown'] }

test('BankID’s own provider lacks nothing for signatures', () => {
  expect(missingForSigning(signing, sweden)).toEqual([])
})

test.each([
  ['scope of a signature', { scopes_supported: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'] }],
  ['scope of signatures in its list', { scopes_supported: undefined }],
  ['signature as a claim', { claims_supported: ['sub'] }],
  ['signed request objects', { request_parameter_supported: false }],
  ['claims parameter', { claims_parameter_supported: undefined }],
  ['plain text', { [types]: ['text/markdown'] }],
])('what is missing for signatures is named: %s', (what, change) => {
  const missing = missingForSigning({ ...signing, ...change } as typeof whole, sweden)
  expect(missing).toHaveLength(1)
  expect(missing[0]).toContain(what)
})

test('signatures need our own key, and for Idura a way that keeps the text out of addresses', () => {
  expect(missingForSigning(signing, { ...sweden, key: undefined })).toEqual(['signed request objects'])
  const idura = { ...whole, scopes_supported: undefined } as unknown as typeof whole
  const ours = { issuer, broker: brokers.idura, key }
  expect(missingForSigning(idura, ours)).toEqual(['pushed authorization requests'])
  expect(
    missingForSigning({ ...idura, pushed_authorization_request_endpoint: `${issuer}/oauth2/par` }, ours),
  ).toEqual([])
})

test.each(['signicat', 'freja'] as const)('%s takes no orders of signatures by OpenID Connect', (name) => {
  expect(missingForSigning(signing, { issuer, broker: brokers[name], key })).toEqual([
    'a way to order signatures',
  ])
})
