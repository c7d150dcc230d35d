import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocument, aNote, aParty, aStage } from '../../../tests/support/ingest-items'
import { allScopes, openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { municipalityId } from '../../../tests/support/people'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

const seconds = () => Math.floor(Date.now() / 1000)
const made = { note: aNote, stage: aStage, party: aParty, document: aDocument }
const sent = { note: 'notes', stage: 'stages', party: 'parties', document: 'documents' } as const
const kinds = Object.keys(sent) as (keyof typeof sent)[]

test.each(kinds.flatMap((kind) => kinds.map((scope) => ({ kind, scope }))))(
  'the scope for a $scope lets a $kind in only if it is one',
  async ({ kind, scope }) => {
    const token = await world.issuer.token({ claims: { scope: `${sent[scope]}:write` } })
    const item = made[kind]()
    const { status, headers, body } = await world.post(`/${sent[kind]}`, item, { token })
    if (kind === scope) expect({ status, body }).toMatchObject({ status: 201 })
    else {
      expect(status).toBe(403)
      expect(headers.get('WWW-Authenticate')).toContain('insufficient_scope')
    }
  },
)

test('a scope that the municipality has not given is missing, whatever the token says', async () => {
  await inClients(
    `delete from ingest_client_scope where client_id = 'ekdala-case-system' and scope <> 'stages:write'`,
    async () => {
      expect(await world.post('/notes', aNote())).toMatchObject({ status: 403 })
      expect(await world.post('/stages', aStage())).toMatchObject({ status: 201 })
    },
  )
})

test.each([
  ['has not begun', '[2026-09-16,)'],
  ['ended yesterday', '[2026-01-01,2026-09-15)'],
])('a client whose time %s is not let in', async (_when, valid) => {
  await inClients(
    `update ingest_client set valid = '${valid}' where client_id = 'ekdala-case-system'`,
    async () => {
      expect(await world.post('/notes', aNote())).toMatchObject({ status: 401 })
    },
  )
})

test.each([
  ['another municipality that does not know the client', { municipality_id: municipalityId('grannby') }],
  ['a municipality that is not here', { municipality_id: '6f1ad1c1-3f1a-4d0e-9a25-0123456789ab' }],
  ['no municipality', { municipality_id: undefined }],
  ['something that is no municipality', { municipality_id: '1 or 1=1' }],
  ['another client', { client_id: 'somebody' }],
  ['no client', { client_id: undefined }],
  ['another audience', { aud: 'https://minasidor.example' }],
  ['another issuer', { iss: 'https://issuer.example' }],
  ['a time that has run out', { iat: 1_700_000_000, exp: 1_700_000_300 }],
  ['a time to come', { nbf: 4_000_000_000 }],
  ['no end', { exp: undefined }],
  ['no id', { jti: undefined }],
  ['no scope', { scope: undefined }],
])('a token for %s does not hold', async (_what, claims: Record<string, unknown>) => {
  const token = await world.issuer.token({ claims })
  await refused(token)
})

test.each([
  ['an ID token', { typ: 'JWT' }],
  ['a token of no type', { typ: undefined }],
  ['a token that names another key', { kid: 'another' }],
])('%s does not hold', async (_what, header) => {
  await refused(await world.issuer.token({ header }))
})

test('a token signed by somebody else does not hold, even with its own key in its header', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  await refused(await world.issuer.token({ key: privateKey }))
  await refused(
    await world.issuer.token({ key: privateKey, header: { jku: 'http://127.0.0.1:1/keys', jwk: {} } }),
  )
})

test('a token that is not signed, or by a secret, does not hold', async () => {
  const good = await world.issuer.token()
  const claims = good.split('.')[1]!
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
  await refused(`${none}.${claims}.`)
  await refused(
    await world.issuer.token({ header: { alg: 'HS256' }, key: new TextEncoder().encode('a'.repeat(32)) }),
  )
  await refused(`${good.slice(0, -4)}AAAA`)
})

test.each([null, '', 'not.a.token', 'a'.repeat(9000)])(
  'no token, or something else, is not let in (%#)',
  refused,
)

test('another municipality’s client touches nothing here', async () => {
  const claims = { client_id: 'grannby-case-system', municipality_id: municipalityId('grannby') }
  const token = await world.issuer.token({ claims })
  const externalId = aNote().externalId
  expect(await world.post('/notes', aNote({ externalId }))).toMatchObject({ status: 201 })
  expect(await world.get(`/notes/${externalId}`, { token })).toMatchObject({ status: 404 })
  const foreign = await world.post('/notes', aNote({ externalId }), { token })
  const made = await world.post('/notes', aNote({ externalId, caseNumber: 'XX-1', author: 'XX-1' }), {
    token,
  })
  expect(foreign).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/caseNumber' }, { pointer: '/author' }] },
  })
  expect(JSON.stringify(foreign.body)).toBe(JSON.stringify(made.body))
  const number = '201001012382'
  const known = await world.post(
    '/parties',
    aParty({ caseNumber: 'GB-2026-0057', personalIdentityNumber: number }),
    { token },
  )
  const nobody = await world.post(
    '/parties',
    aParty({ caseNumber: 'GB-2026-0057', personalIdentityNumber: '197501079292' }),
    { token },
  )
  expect(known.status).toBe(422)
  expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body))
})

test('who sends more than its share waits', async () => {
  await world.stories.owner.query('update rate_count set tries = 600')
  const answer = await world.post('/notes', aNote())
  expect(answer).toMatchObject({ status: 429 })
  expect(answer.headers.get('Retry-After')).toBe('60')
  await world.stories.owner.query('delete from rate_count')
})

test('without an issuer nothing is here but the description', async () => {
  const { ingestTokens } = world.context
  world.context.ingestTokens = null
  expect(await world.post('/notes', aNote())).toMatchObject({ status: 404 })
  expect(await world.get('/notes/x')).toMatchObject({ status: 404 })
  expect(await world.get('/openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.1.1' } })
  world.context.ingestTokens = ingestTokens
})

test('an issuer that is away lets nobody in, and says when to come back', async () => {
  const { verify } = world.context.ingestTokens!
  world.context.ingestTokens = {
    verify: () => Promise.reject(Object.assign(new Error('away'), { name: 'IssuerAway' })),
  }
  const answer = await world.post('/notes', aNote())
  expect(answer).toMatchObject({ status: 503 })
  expect(answer.headers.get('Retry-After')).toBe('10')
  world.context.ingestTokens = { verify }
})

test('all scopes at once are one token', async () => {
  const token = await world.issuer.token({ claims: { scope: allScopes, iat: seconds() } })
  expect(await world.post('/notes', aNote(), { token })).toMatchObject({ status: 201 })
})

async function refused(token: string | null) {
  const { status, headers, body } = await world.post('/notes', aNote(), { token })
  expect({ status, title: body['title'] }).toEqual({
    status: 401,
    title: 'The access token is missing or does not hold',
  })
  expect(headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"')
  expect(headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
}

async function inClients(change: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await world.stories.owner.query<object>('select * from ingest_client')
  const scopes = await world.stories.owner.query<object>('select * from ingest_client_scope')
  await world.stories.owner.query(change)
  await work()
  for (const row of rows) {
    await world.stories.owner.query(
      `update ingest_client c set valid = r.valid
         from jsonb_populate_record(null::ingest_client, $1) r
        where c.municipality_id = r.municipality_id and c.client_id = r.client_id`,
      [JSON.stringify(row)],
    )
  }
  await world.stories.owner.query(
    `insert into ingest_client_scope select * from jsonb_populate_recordset(null::ingest_client_scope, $1)
     on conflict do nothing`,
    [JSON.stringify(scopes.rows)],
  )
}
