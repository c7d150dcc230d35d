import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocument, aNote, aParty, aStage } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { alvasCase, eliasCase, tindrasCase } from '../../../tests/support/asked'
import { idOf } from '../../../tests/support/people'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

test.each([
  ['notes', aNote, 'ingestedNote'],
  ['stages', aStage, 'ingestedStage'],
  ['parties', () => aParty({ validFrom: '2030-01-01', validTo: '2030-01-31' }), 'ingestedParty'],
  ['documents', aDocument, 'ingestedDocument'],
] as const)('what is sent to %s is in the log with the client’s name', async (collection, make, action) => {
  const before = await world.rows('select from audit_event where action = $1', [action])
  await world.post(`/${collection}`, make())
  const logged = await world.rows(
    'select actor_kind, actor_id, client_id, case_id from audit_event where action = $1',
    [action],
  )
  expect(logged).toHaveLength(before.length + 1)
  expect(logged.at(-1)).toEqual({
    actor_kind: 'service',
    actor_id: null,
    client_id: 'ekdala-case-system',
    case_id: tindrasCase,
  })
})

test('one name is one thing', async () => {
  const { externalId } = aNote()
  await world.post('/notes', aNote({ externalId }))
  for (const [path, item] of [
    ['/stages', aStage({ externalId })],
    ['/documents', aDocument({ externalId })],
    ['/notes', aNote({ externalId, caseNumber: 'EK-2026-0098' })],
  ] as const) {
    expect(await world.post(path, item)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/externalId' }] },
    })
  }
  expect(await world.get(`/stages/${externalId}`)).toMatchObject({ status: 404 })
})

test('a stage is shown from the time that was sent, and can be put right until then', async () => {
  const { externalId } = aStage()
  const shown = (when: string) =>
    world.stories.asPerson(
      'tindra',
      (tx) =>
        tx.selectFrom('person_case_stage').select('started_on').where('stage', '=', 'closure').execute(),
      new Date(when),
    )
  const stage = aStage({ externalId, stage: 'closure' })
  expect(await world.post('/stages', stage)).toMatchObject({ status: 201, body: { state: 'stored' } })
  expect(await shown('2026-09-20T07:59:00+02:00')).toEqual([])
  expect(await shown('2026-09-20T08:00:00+02:00')).toEqual([{ started_on: '2026-09-14' }])
  expect(await world.post('/stages', { ...stage, shownFrom: '2026-09-15T08:00:00+02:00' })).toMatchObject({
    status: 200,
  })
  expect(await world.post('/stages', { ...stage, shownFrom: '2026-09-15T08:00:00+02:00' })).toMatchObject({
    status: 200,
  })
  expect(await world.post('/stages', stage)).toMatchObject({
    status: 409,
    body: { title: 'It is shown already and cannot be changed' },
  })
  expect(await world.post('/stages', aStage({ startedOn: '2026-01-01' }))).toMatchObject({ status: 422 })
})

test('a relation opens the case for its time, and never lifts a block', async () => {
  const { externalId } = aParty()
  const henrik = { externalId, personalIdentityNumber: '198112312395', role: 'guardian' } as const
  const opens = (when: string) =>
    world.stories.asPerson(
      'henrik',
      (tx) => tx.selectFrom('person_case').select('case_id').where('case_id', '=', tindrasCase).execute(),
      new Date(when),
    )
  expect(await world.post('/parties', aParty({ ...henrik, validTo: '2026-09-30' }))).toMatchObject({
    status: 201,
  })
  expect(await opens('2026-09-30T12:00:00+02:00')).toHaveLength(1)
  expect(await opens('2026-10-01T12:00:00+02:00')).toEqual([])
  await world.rows(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     select municipality_id, $1, $2, '[2026-09-01,)', 'test', $3 from municipality m join person p on p.municipality_id = m.id where p.id = $2`,
    [idOf('tindra'), idOf('henrik'), idOf('jonas')],
  )
  expect(await world.post('/parties', aParty({ ...henrik, validTo: '2027-09-30' }))).toMatchObject({
    status: 200,
  })
  expect(await opens('2026-09-30T12:00:00+02:00')).toEqual([])
  expect(
    await world.post('/parties', aParty({ ...henrik, externalId: randomUUID(), validFrom: '2026-09-10' })),
  ).toMatchObject({
    status: 409,
    body: { title: 'The person has a relation to the case at that time already' },
  })
})

test('nobody is made the child of a case, nor the child a guardian of its own', async () => {
  expect(await world.post('/parties', aParty({ role: 'child' }))).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/role' }] },
  })
  expect(
    await world.post('/parties', aParty({ personalIdentityNumber: '201001012382', role: 'guardian' })),
  ).toMatchObject({ status: 422 })
})

test('a document comes in versions, each locked, closed to everybody', async () => {
  const { externalId } = aDocument()
  const send = (changed: Parameters<typeof aDocument>[0]) =>
    world.post('/documents', aDocument({ externalId, ...changed }))
  expect(await send({})).toMatchObject({ status: 201 })
  expect(await send({})).toMatchObject({ status: 200 })
  expect(await send({ title: 'Annan' })).toMatchObject({ status: 409 })
  expect(await send({ version: 3, changeReason: 'Fel datum' })).toMatchObject({
    status: 409,
    body: { errors: [{ pointer: '/version' }] },
  })
  expect(await send({ version: 2 })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/changeReason' }] },
  })
  expect(await send({ version: 2, changeReason: 'Fel datum' })).toMatchObject({ status: 201 })
  const [found] = await world.rows<{ id: string }>(
    'select document_id as id from ingested where external_id = $1',
    [externalId],
  )
  expect(await world.rows('select from disclosure where document_id = $1', [found!.id])).toEqual([])
  for (const who of ['tindra', 'marie'] as const) {
    const seen = await world.stories.asPerson(who, (tx) =>
      tx.selectFrom('person_document').select('document_id').where('document_id', '=', found!.id).execute(),
    )
    expect(seen).toEqual([])
  }
})

test('a document that somebody may read takes no version that nobody has decided on', async () => {
  const { externalId } = aDocument()
  await world.post('/documents', aDocument({ externalId }))
  await world.rows(
    `insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
     select municipality_id, document_id, $2, 'full', received_at, $3, received_at from ingested where external_id = $1`,
    [externalId, idOf('tindra'), idOf('mira')],
  )
  expect(
    await world.post('/documents', aDocument({ externalId, version: 2, changeReason: 'Mer' })),
  ).toMatchObject({ status: 409 })
})

test('no other case was touched by any of this', async () => {
  const touched = await world.rows('select distinct case_id from ingested')
  expect(touched).toEqual([{ case_id: tindrasCase }])
  expect([alvasCase, eliasCase]).not.toContain(tindrasCase)
})
