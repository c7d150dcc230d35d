import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aNote, aStage } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

beforeEach(() => void (world.log.length = 0))

afterAll(() => world.close())

const countOf = async (table: 'note' | 'case_stage' | 'ingested' | 'ingest_request') =>
  (await world.rows<{ count: number }>(`select count(*) as count from ${table}`))[0]!.count

test('the same request again is answered as the first was, and done once', async () => {
  const [note, key] = [aNote(), randomUUID()]
  const first = await world.post('/notes', note, { key })
  const count = await countOf('note')
  const again = await world.post('/notes', note, { key })
  expect([again.status, again.body]).toEqual([first.status, first.body])
  expect(await countOf('note')).toBe(count)
  expect(await world.post('/notes', note, { key: `"${key}"` })).toMatchObject({ status: 201 })
})

test('another request under the same key is refused, at another address too', async () => {
  const [note, key] = [aNote(), randomUUID()]
  await world.post('/notes', note, { key })
  const other = await world.post('/notes', { ...note, title: 'Annan' }, { key })
  expect(other).toMatchObject({
    status: 422,
    body: { title: 'The Idempotency-Key was used for another request' },
  })
  expect(await world.post('/stages', aStage(), { key })).toMatchObject({ status: 422 })
})

test('a key belongs to its client, and what was refused does not use it up', async () => {
  const key = randomUUID()
  expect(await world.post('/notes', aNote({ caseNumber: 'EK-0' }), { key })).toMatchObject({ status: 422 })
  expect(await world.post('/notes', aNote(), { key })).toMatchObject({ status: 201 })
})

test('ten of the same request at once make one note', async () => {
  const [note, key] = [aNote(), randomUUID()]
  const before = await countOf('note')
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.post('/notes', note, { key })))
  expect(await countOf('note')).toBe(before + 1)
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
})

test('ten requests at once that name the same thing make one note', async () => {
  const note = aNote()
  const before = await countOf('note')
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.post('/notes', note)))
  expect(await countOf('note')).toBe(before + 1)
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201])
})

test('an answer is kept for a day and then forgotten', async () => {
  const [note, key] = [aNote(), randomUUID()]
  await world.post('/notes', note, { key })
  await world.rows(`update ingest_request set at = now() - interval '24 hours'`)
  expect(await world.post('/notes', { ...note, title: 'Annan' }, { key })).toMatchObject({ status: 422 })
  await world.rows(`update ingest_request set at = now() - interval '26 hours'`)
  await world.get('/notes/none')
  expect(await countOf('ingest_request')).toBe(0)
})

test.each([
  ['no key', { 'Idempotency-Key': '' }, 400],
  ['a key that is too short', { 'Idempotency-Key': 'a' }, 400],
  ['a key of other characters', { 'Idempotency-Key': 'å'.repeat(3) + 'aaaaaaaa' }, 400],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
  ['no type', { 'Content-Type': '' }, 415],
  ['a type with its charset', { 'Content-Type': 'application/json; charset=utf-8' }, 201],
])('a request with %s is answered %#', async (_what, headers, status) => {
  expect(await world.post('/notes', aNote(), { headers })).toMatchObject({ status })
})

test.each([
  ['nothing', '', 400],
  ['half an object', '{"externalId": "a"', 400],
  ['bytes that are no text', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
  ['a text', '"note"', 422],
  ['a list', '[]', 422],
  ['null', 'null', 422],
  [
    'more than a megabyte',
    JSON.stringify(aNote({ text: 'a' })).replace('"a"', `"${'a'.repeat(1_100_000)}"`),
    413,
  ],
] as const)('%s is refused', async (_what, body, status) => {
  const answer = await world.post('/notes', body)
  expect(answer).toMatchObject({ status, body: { status, instance: 'a1b2c3d4e5' } })
})

const text = 'Hemligt ord'

test.each([
  ['/text', { text: 7 }],
  ['/text', { text: '' }],
  ['/text', { text: '   ' }],
  ['/text', { text: undefined }],
  ['/text', { text: `${text}\u0000` }],
  ['/text', { text: `${text}\ud800` }],
  ['/text', { text: text.repeat(5000) }],
  ['/title', { title: text.repeat(30) }],
  ['/kind', { kind: 'gossip' }],
  ['/eventAt', { eventAt: '2026-09-14' }],
  ['/eventAt', { eventAt: '2026-09-14T10:00:00' }],
  ['/eventAt', { eventAt: '2026-02-30T10:00:00Z' }],
  ['/eventAt', { eventAt: '2026-09-16T10:00:00+02:00', recordedAt: '2026-09-16T10:00:00+02:00' }],
  ['/recordedAt', { recordedAt: '2026-09-13T10:00:00+02:00' }],
  ['/lockedAt', { lockedAt: '2026-09-13T10:00:00+02:00' }],
  ['/source', { source: text }],
  ['/source/role', { source: { type: 'samtal' } }],
  ['/participants/0', { participants: [{ name: text }] }],
  ['/childPresent', { childPresent: 'true' }],
  ['/bbicAreas/0', { bbicAreas: ['identity'] }],
  ['/dictationSeconds', { dictationSeconds: -1 }],
  ['/externalId', { externalId: 'å' }],
  ['/externalId', { externalId: 'note-19850101-2382' }],
  ['', { [text]: text }],
  ['', { __proto__: null, constructor: text }],
])('a note that is wrong at %s says so, and repeats nothing that was sent (%#)', async (pointer, changed) => {
  const answer = await world.post('/notes', { ...aNote(), ...changed })
  expect(answer).toMatchObject({ status: 422 })
  expect((answer.body['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer)
  expect(JSON.stringify(answer.body) + world.log.join('')).not.toMatch(/Hemligt ord|gossip|19850101/)
})

test.each([
  ['/stage', { stage: 'lunch' }],
  ['/startedOn', { startedOn: '2026-09-16' }],
  ['/dueOn', { dueOn: '2026-09-01' }],
  ['/shownFrom', { shownFrom: 'tomorrow' }],
])('a stage that is wrong at %s says so', async (pointer, changed) => {
  const answer = await world.post('/stages', { ...aStage(), ...changed })
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
})

test.each([
  ['10,000 characters', 'Tindra. '.repeat(1250)],
  ['emoji', 'Tindra tecknade 👩‍👧‍👦🏳️‍🌈 idag.'],
  ['Arabic', 'قالت تيندرا إنها تريد مدرسة جديدة.'],
  ['marks of code', `<script>alert('x')</script> "; drop table note; -- \\u0041 {{x}}`],
  ['letters beside each other', 'A\u030angstro\u0308m och Ångström'],
])('%s is text', async (_what, sent) => {
  const note = aNote({ text: sent.trim() })
  expect(await world.post('/notes', note)).toMatchObject({ status: 201 })
  const [row] = await world.rows<{ draft_text: string }>(
    'select v.draft_text from ingested i join note_version v on v.note_id = i.note_id where external_id = $1',
    [note.externalId],
  )
  expect(row!.draft_text).toBe(sent.trim().normalize('NFC'))
})

test('what an error of the database quotes is neither answered nor logged', async () => {
  await world.rows(`alter table note add constraint broken check (source <> 'Hemligt ord, samtal') not valid`)
  const answer = await world.post('/notes', aNote({ source: { role: text, type: 'samtal' } }))
  await world.rows('alter table note drop constraint broken')
  expect(answer).toMatchObject({ status: 500, body: { title: 'Something went wrong here' } })
  expect(world.log.join('')).toContain('ingestFailed')
  expect(JSON.stringify(answer.body) + world.log.join('')).not.toContain(text)
})

test.each([
  ['/notes', 'GET'],
  ['/batch', 'GET'],
  ['/recordings', 'GET'],
  ['/notes/one', 'POST'],
  ['/openapi.json', 'POST'],
])('%s does not take %s', async (path, method) => {
  const answer = await (method === 'GET' ? world.get(path) : world.post(path, {}))
  expect(answer).toMatchObject({ status: 405, body: { status: 405 } })
  expect(answer.headers.get('Allow')).not.toContain(method)
})

test('an address that is not there is answered as every other problem', async () => {
  for (const path of ['/words', '/words/one', '/notes/one/two', '/notes/none']) {
    expect(await world.get(path)).toMatchObject({ body: { instance: 'a1b2c3d4e5' } })
  }
  expect(await world.post('/words', aNote())).toMatchObject({ status: 404 })
})
