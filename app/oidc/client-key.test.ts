import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { clientKeyOf } from './client-key'

const made = (algorithm: string, options = {}) =>
  generateKeyPair(algorithm, { extractable: true, ...options }).then(({ privateKey }) =>
    exportJWK(privateKey),
  )

test.each([['ES256'], ['RS256']])('a private %s key signs', async (algorithm) => {
  const key = clientKeyOf(JSON.stringify({ ...(await made(algorithm)), kid: 'a' }))
  expect(key).toMatchObject({ algorithm, kid: 'a' })
  expect((await key.load()).usages).toEqual(['sign'])
})

test.each([
  ['no JSON', 'secret', 'not JSON'],
  ['no object', '"secret"', 'private JWK'],
  ['nothing', 'null', 'private JWK'],
  ['a public key', '{"kty":"EC","crv":"P-256","x":"a","y":"b","kid":"a"}', 'private JWK'],
  ['a key without id', '{"kty":"EC","crv":"P-256","d":"secret","x":"a","y":"b"}', 'private JWK'],
  ['another curve', '{"kty":"EC","crv":"secp256k1","d":"secret","kid":"a"}', 'private JWK'],
  ['a shared secret', '{"kty":"oct","k":"secret","kid":"a"}', 'private JWK'],
  ['a short RSA key', `{"kty":"RSA","n":"${'A'.repeat(171)}","e":"AQAB","d":"secret","kid":"a"}`, '2048'],
])('%s is refused without being repeated', (_what, text, reason) => {
  expect(() => clientKeyOf(text)).toThrow(reason)
  expect(() => clientKeyOf(text)).not.toThrow('secret')
})
