import { expect, test } from 'vitest'
import { startBroker } from './broker.ts'
import { createKeys, findFreePort, MIRA, TINDRA } from './test-world.ts'

test('behind another origin every address is on that origin', async () => {
  const origin = 'https://broker.invalid'
  const port = await findFreePort()
  const client = {
    clientName: { sv: 'Sidan', en: 'Page' },
    redirectUris: ['https://service.invalid/callback'],
  }
  const { jwk: publicJwk } = await createKeys()
  const clients = {
    person: { ...client, clientId: 'person', publicJwk },
    staff: { ...client, clientId: 'staff', publicJwk },
  }
  const broker = await startBroker({ port, origin, people: [TINDRA], staff: [MIRA], clients })
  const discovery = await fetch(`http://localhost:${port}/staff/.well-known/openid-configuration`)
  expect(await discovery.json()).toMatchObject({
    issuer: `${origin}/staff`,
    token_endpoint: `${origin}/staff/token`,
  })
  await broker.close()
  await expect(fetch(`http://localhost:${port}/jwks`)).rejects.toThrow()
})

test.each([
  ['a private key', { publicJwk: { kty: 'EC', kid: 'k', d: 'secret' } }],
  ['no redirect address', { redirectUris: [] }],
  ['a redirect address with a fragment', { redirectUris: ['https://service.invalid/#top'] }],
])('a client with %s stops the start', async (_what, wrong) => {
  const { jwk } = await createKeys()
  const client = {
    clientId: 'portal',
    clientName: { sv: 'Sidan', en: 'Page' },
    publicJwk: jwk,
    redirectUris: ['https://service.invalid/callback'],
    ...wrong,
  }
  const clients = { person: client, staff: client }
  const port = await findFreePort()
  await expect(startBroker({ port, people: [TINDRA], staff: [MIRA], clients })).rejects.toThrow()
})
