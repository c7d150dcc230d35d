import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker, type Broker } from './broker.ts'
import { createKeys, findFreePort, MIRA, TINDRA } from './test-world.ts'
import { KID } from './test-service.ts'

const api = 'http://localhost:4999/api/v1'
const [ekdala, grannby] = ['6f1ad1c1-3f1a-4d0e-9a25-0123456789ab', '0d7c2f7e-55bb-4f0c-8d1e-ba9876543210']

let broker: Broker
let config: openid.Configuration
let log: unknown[]

beforeAll(async () => {
  const [portal, system] = await Promise.all([createKeys(), createKeys()])
  const clientName = { sv: 'Sidan', en: 'Page' }
  const client = { clientName, publicJwk: portal.jwk, redirectUris: ['https://service.invalid/callback'] }
  log = []
  broker = await startBroker({
    port: await findFreePort(),
    people: [TINDRA],
    staff: [MIRA],
    clients: { person: { ...client, clientId: 'person' }, staff: { ...client, clientId: 'staff' } },
    ingest: {
      audience: api,
      clients: [
        {
          clientId: 'system',
          municipalityId: ekdala,
          scopes: ['notes:write', 'stages:write'],
          publicJwk: system.jwk,
        },
      ],
    },
    log: (line) => log.push(line),
  })
  config = await connect(system.key)
})

afterAll(() => broker.close())

function connect(key: openid.PrivateKey['key']) {
  return openid.discovery(
    new URL(broker.ingestIssuer),
    'system',
    {},
    openid.PrivateKeyJwt({ key, kid: KID }),
    {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the broker has no TLS
      execute: [openid.allowInsecureRequests],
    },
  )
}

async function tokenFor(parameters: Record<string, string>) {
  const { access_token: token } = await openid.clientCredentialsGrant(config, parameters)
  const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri!))
  return jwtVerify(token, keys, { issuer: broker.ingestIssuer, audience: api })
}

test('a system gets an access token that is a JWT for the API (RFC 9068)', async () => {
  const { protectedHeader, payload } = await tokenFor({ scope: 'notes:write', resource: api })
  expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
  expect(payload).toMatchObject({ client_id: 'system', scope: 'notes:write', municipality_id: ekdala })
  expect(payload.exp! - payload.iat!).toBe(300)
  expect(payload.jti).toBeTruthy()
})

test('a system says which municipality it sends for', async () => {
  const { payload } = await tokenFor({ scope: 'notes:write', municipality_id: grannby })
  expect(payload).toMatchObject({ municipality_id: grannby })
})

test('a scope that a system has not is left out of its token', async () => {
  const { payload } = await tokenFor({ scope: 'notes:write parties:write' })
  expect(payload).toMatchObject({ scope: 'notes:write' })
})

test.each([
  ['another address', { scope: 'notes:write', resource: 'https://elsewhere.invalid' }, 'invalid_target'],
  ['a municipality that is none', { scope: 'notes:write', municipality_id: 'ekdala' }, 'invalid_request'],
])('a system gets no token for %s', async (_what, parameters, error) => {
  await expect(openid.clientCredentialsGrant(config, parameters)).rejects.toMatchObject({ error })
})

test('a system with another key is nobody', async () => {
  const other = await connect((await createKeys()).key)
  await expect(openid.clientCredentialsGrant(other, { scope: 'notes:write' })).rejects.toMatchObject({
    error: 'invalid_client',
  })
})

test('nobody signs in here', async () => {
  const answer = await fetch(`${broker.ingestIssuer}/auth?client_id=system&response_type=code&scope=openid`, {
    redirect: 'manual',
  })
  expect(answer.status).toBe(400)
})
