import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomBytes, randomUUID } from 'node:crypto'
import type { IngestClient } from '../../docs/examples/ingest-client'
import { expect, test as base } from '../support/browser-test'
import { ingestClientFor } from '../support/ingest-client'
import { aDocument, aNote, aParty, aStage } from '../support/ingest-items'
import { idOf } from '../support/people'
import type { Town } from '../support/town'

const test = base.extend<{ client: IngestClient }>({
  client: async ({ town }, use) => use(await ingestClientFor(town.id)),
})

const notesIn = async (town: Town) =>
  (
    await town.owner.query<{ external_id: string; note_id: string; written_by: string }>(
      `select i.external_id, i.note_id, v.written_by from ingested i join note_version v using (municipality_id, note_id)
        where i.municipality_id = $1 and i.kind = 'note'`,
      [town.id],
    )
  ).rows

test('a case system sends a note, and its author has it as a draft', async ({ client, town }) => {
  const note = aNote({ text: 'Tindra är i skolan varje dag.' })
  const answer = await client.send('notes', note)
  expect(answer).toMatchObject({
    status: 201,
    body: { externalId: note.externalId, state: 'received', waitingFor: 'caseworker' },
  })
  expect(await notesIn(town)).toMatchObject([{ external_id: note.externalId, written_by: idOf('mira') }])
  expect(await client.state('notes', note.externalId)).toMatchObject({
    status: 200,
    body: { state: 'received' },
  })
})

test('neither the youth nor her mother learns of a note that came in', async ({
  client,
  town,
  requestAs,
}) => {
  await client.send('notes', aNote({ title: 'Samtal som kom in' }))
  const id = (await notesIn(town))[0]?.note_id ?? ''
  expect(id).not.toBe('')
  for (const who of ['tindra', 'marie'] as const) {
    const request = await requestAs(who)
    for (const address of ['/hem', '/insyn']) {
      expect(await (await request.get(address)).text()).not.toMatch(new RegExp(`Samtal som kom in|${id}`))
    }
  }
})

test('a list of everything that can be sent', async ({ client, town }) => {
  const personalIdentityNumber = await town.number('sara')
  const { status, body } = await client.sendBatch([
    { type: 'note', data: aNote() },
    { type: 'stage', data: aStage() },
    { type: 'party', data: aParty({ personalIdentityNumber }) },
    { type: 'document', data: aDocument() },
    { type: 'note', data: aNote({ caseNumber: 'EK-0' }) },
  ])
  expect(status).toBe(200)
  const { results } = body as { results: { status: number }[] }
  expect(results.map((result) => result.status)).toEqual([201, 201, 201, 201, 422])
})

test('sound follows its note, and waits for the decoder', async ({ client, town }) => {
  const note = aNote({ dictated: true, dictationSeconds: 60 })
  await client.send('notes', note)
  const sound = new Uint8Array(Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), randomBytes(2_500_000)]))
  const names = { note: note.externalId, externalId: randomUUID() }
  expect(await client.sendSound(names, 'audio/webm', sound)).toMatchObject({
    status: 201,
    body: { kind: 'recording' },
  })
  const { rows } = await town.owner.query<{ size: string; parts: string }>(
    `select sum(length(p.bytes)) as size, count(*) as parts from recording_file_part p join ingested i using (municipality_id, recording_id)
      where i.municipality_id = $1`,
    [town.id],
  )
  // Nonce and tag of each part come on top (AES-256-GCM).
  expect(Number(rows[0]!.size)).toBe(sound.length + 28 * Number(rows[0]!.parts))
})

test('an answer that is lost on the way is asked for again, and the thing is done once', async ({
  town,
  origin,
}) => {
  const line = await badLine(origin, 2)
  const client = await ingestClientFor(town.id, { api: `${line.address}/api/v1` })
  const note = aNote()
  expect(await client.send('notes', note)).toMatchObject({ status: 201 })
  expect(line.asked()).toBe(3)
  expect(await notesIn(town)).toHaveLength(1)
  line.close()
})

test('a list whose sender hangs up is done whole or gone on with', async ({ town, origin }) => {
  const line = await badLine(origin, 1)
  const client = await ingestClientFor(town.id, { api: `${line.address}/api/v1`, patience: 10_000 })
  const items = Array.from({ length: 100 }, () => ({ type: 'note', data: aNote() }))
  const { body } = await client.sendBatch(items)
  line.close()
  const { results } = body as { results: { status: number }[] }
  expect(results.filter((result) => result.status !== 201)).toEqual([])
  expect(await notesIn(town)).toHaveLength(100)
})

test('without a token nothing is sent, whatever cookie comes along', async ({ requestAs, town }) => {
  const request = await requestAs('mira')
  const answer = await request.post('/api/v1/notes', {
    data: aNote(),
    headers: { 'Idempotency-Key': randomUUID() },
  })
  expect(answer.status()).toBe(401)
  expect(answer.headers()).toMatchObject({
    'www-authenticate': 'Bearer error="invalid_token"',
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(await answer.json()).toMatchObject({ status: 401, instance: answer.headers()['x-request-id'] })
  expect(await notesIn(town)).toEqual([])
})

for (const [what, status, init, path] of [
  ['another method', 405, { method: 'PUT' }, '/notes'],
  ['another host', 421, { headers: { Host: 'example.org' } }, '/notes'],
  ['more than a megabyte', 413, { method: 'POST', data: 'a'.repeat(1_100_000) }, '/notes'],
  ['an address that is not', 404, {}, '/notes/one/two/three'],
] as const) {
  test(`${what} is answered as a problem`, async ({ requestAs }) => {
    const answer = await (await requestAs(null)).fetch(`/api/v1${path}`, init)
    expect(answer.status()).toBe(status)
    expect(answer.headers()['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toMatchObject({ status, instance: answer.headers()['x-request-id'] })
  })
}

test('the description is for everybody', async ({ requestAs, origin }) => {
  const answer = await (await requestAs(null)).get('/api/v1/openapi.json')
  expect(await answer.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: origin }] })
})

/** A way to the portal on which the first answers are lost: what was asked has been done by then. */
async function badLine(origin: string, lost: number) {
  let asked = 0
  const server: Server = createServer((request, response) => {
    const isLost = asked++ < lost
    const headers = { ...request.headers, host: new URL(origin).host }
    const onward = ask(`${origin}${request.url ?? ''}`, { method: request.method, headers }, (answer) => {
      if (isLost) return void answer.resume().once('end', () => request.socket.destroy())
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close: () => server.close(),
  }
}
