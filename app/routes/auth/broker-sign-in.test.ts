import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../../db/local/free-port'
import { startBroker, type Broker } from '../../../services/broker/broker'
import {
  clientKeys,
  numbers,
  origin,
  signInWorld,
  type SignInWorld,
} from '../../../tests/support/sign-in-world'
import { testVisitor } from '../../../tests/support/visitor'
import { loader as callback } from './callback'
import { action as start } from './start'

let broker: Broker
let world: SignInWorld

beforeAll(async () => {
  const keys = await clientKeys()
  const clientName = { sv: 'Mina sidor', en: 'Mina sidor' }
  const client = { clientName, publicJwk: keys.publicKey, redirectUris: [`${origin}/auth/callback`] }
  const somebody = (personalIdentityNumber: string, givenName: string) => ({
    personalIdentityNumber,
    givenName,
    familyName: 'Ek',
    part: '',
  })
  broker = await startBroker({
    port: await freePort(),
    people: [somebody(numbers.tindra, 'Tindra'), somebody(numbers.marie, 'Marie')],
    staff: [somebody(numbers.mira, 'Mira')],
    clients: { person: { clientId: 'portal', ...client }, staff: { clientId: 'portal-staff', ...client } },
    log: () => undefined,
  })
  const settings = { clientKey: keys.setting, broker: 'oidc-sweden' as const }
  world = await signInWorld({
    person: { ...settings, issuer: broker.issuer, clientId: 'portal' },
    staff: { ...settings, issuer: broker.staffIssuer, clientId: 'portal-staff' },
  })
})

beforeEach(async () => {
  world.log.length = 0
  await world.query('truncate session, pending_identification')
})

afterAll(() => Promise.all([world.close(), broker.close()]))

/** Goes through the broker's own pages, as a browser does, until it sends the person back. */
async function answerAtBroker(address: string, fields: Record<string, string>): Promise<string> {
  const cookies = new Map<string, string>()
  let [url, init] = [new URL(address), {} as RequestInit]
  while (url.origin === new URL(broker.issuer).origin) {
    const headers = { cookie: [...cookies].map((cookie) => cookie.join('=')).join('; ') }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    init = location ? {} : { method: 'POST', body: new URLSearchParams(fields) }
    if (location) url = new URL(location, url)
    else expect(response.status).toBe(200)
  }
  return `${url.pathname}${url.search}`
}

test.each([
  ['a person', 'person', numbers.tindra, '/hem'],
  ['a caseworker', 'staff', numbers.mira, '/handlaggare'],
])('%s signs in through the test broker', async (_who, kind, number, home) => {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start', { kind })
  const back = await answerAtBroker(location!, { person: number })
  expect(await visitor.get(callback, back)).toMatchObject({ status: 303, location: home })
  expect(await world.query('select kind from session')).toEqual([{ kind }])
})

test.each([
  ['cancels', 'cancel', 'cancelled'],
  ['lets the time run out', 'expired', 'cancelled'],
  ['only reaches level 2', 'lowLevel', 'levelTooLow'],
])('somebody who %s is not let in', async (_what, outcome, told) => {
  const visitor = testVisitor(world.context)
  const { location } = await visitor.post(start, '/auth/start', { till: '/insyn' })
  const back = await answerAtBroker(location!, { person: numbers.tindra, outcome })
  expect((await visitor.get(callback, back)).told).toMatchObject({
    outcome: told,
    tryAgain: '/logga-in?till=%2Finsyn',
  })
  expect(await world.query('select from session')).toEqual([])
})

test('the broker may come after the portal, go and come back', async () => {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const settings = { issuer, clientId: 'portal', clientSecret: 'a', broker: 'freja' as const }
  const late = await signInWorld({ person: settings, staff: settings })
  const visitor = testVisitor(late.context)
  expect((await visitor.post(start, '/auth/start')).told).toMatchObject({ outcome: 'brokerAway' })

  const server = createServer((_request, response) =>
    response.setHeader('Content-Type', 'application/json').end(describe(issuer)),
  )
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  expect((await visitor.post(start, '/auth/start')).location).toContain(`${issuer}/authorize?`)
  expect(
    late.log.filter(({ event }) => event?.startsWith('broker')).map(({ event, kind }) => [event, kind]),
  ).toEqual(
    expect.arrayContaining([
      ['brokerAway', 'person'],
      ['brokerReady', 'person'],
    ]),
  )
  await new Promise((resolve) => server.close(resolve))
  await late.close()
})

function describe(issuer: string): string {
  return JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    code_challenge_methods_supported: ['plain', 'S256'],
  })
}
