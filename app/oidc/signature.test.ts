import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestBrowser } from '../../services/broker/test-browser'
import { numbers } from '../../tests/support/sign-in-world'
import {
  begun,
  finished,
  receipt,
  send,
  signAtBroker,
  signingBroker,
  type SigningBroker,
} from '../../tests/support/signing-broker'
import { verifyBankIdSignature } from '../signing/verifier/bankid-signature'
import { Refusal } from '../signing/verifier/refusal'
import type { SignatureAnswer } from './signature-answer'

let world: SigningBroker

beforeAll(async () => {
  world = await signingBroker()
})

afterAll(() => world.close())

async function signed(fault: string, order = receipt) {
  const signature = await begun(world.provider, order)
  return finished(world.provider, signature, await signAtBroker(signature, { fault }))
}

async function whole(): Promise<SignatureAnswer> {
  const answer = await signed('none')
  if ('refused' in answer) throw new Error(answer.detail)
  return answer
}

function judge({ signature, ocspResponse, signer, authTime }: SignatureAnswer) {
  const { visibleText, hiddenData } = receipt
  const { roots, serviceName } = world
  const expected = { roots, serviceName, signer, visibleText, hiddenData, at: authTime }
  return verifyBankIdSignature(signature, ocspResponse, expected)
}

test('a text is signed, and all that proves it comes back', async () => {
  const answer = await whole()
  expect(answer).toMatchObject({ signer: numbers.marie, txn: expect.stringMatching(/./) as string })
  expect(answer.deviceIp).toMatch(/127\.0\.0\.1/)
  expect(judge(answer)).toMatchObject({ signer: numbers.marie })
})

test('staff sign at an issuer of their own', async () => {
  const signature = await begun(world.staffProvider, { ...receipt, signer: numbers.mira })
  const query = await signAtBroker(signature, { person: numbers.mira })
  const answer = await finished(world.staffProvider, signature, query, numbers.mira)
  expect(answer).toMatchObject({ signer: numbers.mira, signature: expect.stringMatching(/./) as string })
})

test('the ID token holds against the keys that are kept beside it, without the broker', async () => {
  const { idToken, jwks } = await whole()
  const keys = JSON.parse(jwks) as JSONWebKeySet
  expect(keys.keys).toHaveLength(1)
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), { issuer: world.issuer })
  expect(payload['https://id.oidc.se/claim/personalIdentityNumber']).toBe(numbers.marie)
})

test('the request is signed, asks for a signature by one person alone, and stays out of the address', async () => {
  const { address, fields, requestJwt } = await begun(world.provider)
  expect(address).not.toContain('?')
  expect(fields['request']).toBe(requestJwt)
  expect(JSON.stringify({ ...fields, request: '' })).not.toContain(numbers.marie)
  const asked = decodeJwt(requestJwt!)
  const text = receipt.visibleText.toString('base64')
  expect(asked).toMatchObject({
    prompt: 'login consent',
    scope: 'openid https://id.oidc.se/scope/naturalPersonNumber https://id.oidc.se/scope/sign',
    'https://id.oidc.se/param/signRequest': {
      tbs_data: receipt.hiddenData.toString('base64'),
      sign_message: { message: text, 'message#sv': text, mime_type: 'text/plain' },
    },
  })
  const { id_token: claims } = asked['claims'] as { id_token: Record<string, unknown> }
  expect(claims['https://id.oidc.se/claim/personalIdentityNumber']).toEqual({
    essential: true,
    value: numbers.marie,
  })
  expect(claims['acr']).toMatchObject({ essential: true })
})

test('30,000 bytes of text can be signed, and one more cannot be ordered', async () => {
  const order = { ...receipt, visibleText: Buffer.alloc(30_000, 'ö') }
  const signature = await begun(world.provider, order)
  const answer = await finished(world.provider, signature, await signAtBroker(signature))
  if ('refused' in answer) throw new Error(answer.detail)
  const { roots, serviceName } = world
  const { hiddenData, signer, visibleText } = order
  const expected = { roots, serviceName, signer, visibleText, hiddenData, at: answer.authTime }
  expect(verifyBankIdSignature(answer.signature, answer.ocspResponse, expected).signer).toBe(numbers.marie)
  expect(await world.provider.startSignature({ ...receipt, visibleText: Buffer.alloc(30_001, 'a') })).toEqual(
    {
      refused: 'failed',
      detail: 'text-too-long',
    },
  )
})

test.each([
  ['nothing', Buffer.alloc(0), 'text-empty'],
  ['bytes that are no text', Buffer.from([0x41, 0xff]), 'text-not-utf8'],
])('%s cannot be ordered', async (_what, visibleText, detail) => {
  expect(await world.provider.startSignature({ ...receipt, visibleText })).toEqual({
    refused: 'failed',
    detail,
  })
})

test.each([
  ['cancel', 'cancelled', 'authorization access_denied'],
  ['expired', 'cancelled', 'authorization access_denied'],
  ['signatureMissing', 'failed', 'signature-missing'],
  ['someoneElse', 'otherSigner', 'signer'],
  ['lowLevel', 'levelTooLow', 'claim acr'],
  ['otherNonce', 'failed', 'nonce'],
  ['oldAuthentication', 'failed', 'auth_time'],
])(
  'where the broker does wrong (%s) nothing comes back but the name of the rule',
  async (fault, refused, rule) => {
    const answer = await signed(fault)
    expect(answer).toMatchObject({ refused })
    expect('detail' in answer && answer.detail).toContain(rule)
    expect(JSON.stringify(answer)).not.toMatch(/1985|eyJ/)
  },
)

test.each([
  ['identification', 'func-id'],
  ['oneSpaceMore', 'visible-text'],
  ['otherHiddenData', 'hidden-data'],
  ['otherPerson', 'signer'],
  ['otherService', 'service'],
  ['revoked', 'ocsp-revoked'],
  ['ocspMissing', 'ocsp-missing'],
  ['ocspOtherNonce', 'ocsp-nonce'],
  ['unknownRoot', 'unknown-root'],
  ['expiredCertificate', 'certificate-time'],
])('a signature that is wrong (%s) passes the broker and is refused by the judge', async (fault, rule) => {
  const answer = await signed(fault)
  if ('refused' in answer) throw new Error(answer.detail)
  expect(() => judge(answer)).toThrow(new Refusal(rule))
})

test('an earlier signature of the same text is refused for the order that it does not name', async () => {
  await signed('none', { ...receipt, hiddenData: Buffer.from('{"intentId":"0","v":1}') })
  const answer = await signed('replayed')
  if ('refused' in answer) throw new Error(answer.detail)
  expect(() => judge(answer)).toThrow(new Refusal('hidden-data'))
})

test('somebody else than the signer is shown nothing of the text', async () => {
  const signature = await begun(world.provider)
  const browser = createTestBrowser()
  const first = await send(signature, browser)
  const body = new URLSearchParams({ person: numbers.henrik, action: 'identify' })
  const back = await browser.open(first.url, { method: 'POST', body })
  expect(first.text + back.text).not.toContain('beslutet')
  expect(await finished(world.provider, signature, back.url.searchParams)).toMatchObject({
    refused: 'otherSigner',
    detail: 'authorization unmet_authentication_requirements',
  })
})

test('an answer counts for its own request and for the one who was asked, and once', async () => {
  const [first, second] = [await begun(world.provider), await begun(world.provider)]
  const query = await signAtBroker(first)
  const swapped = { ...first, requestJwt: second.requestJwt }
  expect(await finished(world.provider, swapped, query)).toMatchObject({ detail: 'other-request' })
  expect(await finished(world.provider, second, query)).toMatchObject({ refused: 'failed' })
  expect(await finished(world.provider, first, query)).toHaveProperty('signature')
  expect(await finished(world.provider, first, query)).toMatchObject({ detail: 'token invalid_grant' })
  const third = await begun(world.provider)
  const answer = await finished(world.provider, third, await signAtBroker(third), numbers.henrik)
  expect(answer).toEqual({ refused: 'otherSigner', detail: 'signer' })
})

test('an identification is no signature, and a signature rides on no earlier visit', async () => {
  const wish = { eId: undefined, languages: ['sv'], message: { language: 'sv', text: 'Hej', swedish: 'Hej' } }
  const sign = await world.provider.begin(wish)
  if ('refused' in sign) throw new Error(sign.detail)
  const browser = createTestBrowser()
  const page = await browser.open(sign.url)
  const body = new URLSearchParams({ person: numbers.marie, action: 'identify' })
  const { url } = await browser.open(page.url, { method: 'POST', body })
  const ordered = { signer: numbers.marie, requestJwt: null }
  const answer = await world.provider.finishSignature({ ...sign, query: url.searchParams }, ordered)
  expect(answer).toEqual({ refused: 'failed', detail: 'signature-missing' })
  expect((await send(await begun(world.provider), browser)).text).toContain('Vem är du?')
})
