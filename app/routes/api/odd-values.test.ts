import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocument, aNote, aParty, aStage } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

const moments = [
  '0000-01-01T10:00:00Z',
  '1899-12-31T23:59:59+01:00',
  '2200-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-09-14T10:00:00+15:00',
  '2026-09-14T10:00:00-23:59',
  `2026-09-14T10:00:00.${'1'.repeat(200)}Z`,
]
const days = ['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31']

const dated = [
  ['notes', 'eventAt', moments, aNote],
  ['notes', 'recordedAt', moments, aNote],
  ['notes', 'lockedAt', moments, aNote],
  ['stages', 'shownFrom', moments, aStage],
  ['stages', 'startedOn', days, aStage],
  ['stages', 'dueOn', days, aStage],
  ['parties', 'validFrom', days, aParty],
  ['parties', 'validTo', days, aParty],
  ['documents', 'signedAt', moments, aDocument],
  ['documents', 'datedOn', days, aDocument],
] as const

test.each(
  dated.flatMap(([path, field, values, make]) => values.map((value) => ({ path, field, value, make }))),
)('$field of $path is not $value, and it is said where', async ({ path, field, value, make }) => {
  const answer = await world.post(`/${path}`, { ...make(), [field]: value })
  expect(answer).toMatchObject({ status: 422 })
  const errors = answer.body['errors'] as { pointer: string }[]
  expect(errors.map(({ pointer }) => pointer)).toContain(`/${field}`)
})

test.each(['1900-01-01T00:00:00Z', '2026-09-14T10:00:00+14:00', '2026-09-13T10:00:00.123-09:30'])(
  'something may have happened at %s',
  async (eventAt) => {
    expect(await world.post('/notes', aNote({ eventAt }))).toMatchObject({ status: 201 })
  },
)

test.each([
  ['GET', '/words'],
  ['POST', '/words'],
  ['GET', '/words/one'],
  ['POST', '/words/one'],
  ['GET', '/notes/one/two'],
  ['POST', '/notes/one/two'],
  ['GET', '/words/\ufffd'],
])('%s %s is not there, whoever asks', async (method, path) => {
  for (const token of [undefined, null, 'no.token']) {
    const sending = token === undefined ? {} : { token }
    const answer = await (method === 'GET' ? world.get(path, sending) : world.post(path, {}, sending))
    expect(answer).toMatchObject({ status: 404, body: { status: 404, instance: 'a1b2c3d4e5' } })
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
  }
})

test.each(['\ufffd', "' or 1=1", 'a'.repeat(3000), '🌧', '..'])('no item is called %s', async (name) => {
  const answer = await world.get(`/notes/${encodeURIComponent(name)}`)
  expect(answer).toMatchObject({ status: 404 })
})
