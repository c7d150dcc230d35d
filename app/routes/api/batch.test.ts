import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocument, aNote, aParty, aStage } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

type Result = { status: number; state?: { externalId: string }; problem?: { title: string } }

async function send(
  items: { type: string; data: unknown }[],
  sending: { key?: string; token?: string } = {},
) {
  const answer = await world.post('/batch', { items }, sending)
  return { ...answer, results: (answer.body['results'] ?? []) as Result[] }
}

const note = (changed: Parameters<typeof aNote>[0] = {}) => ({ type: 'note', data: aNote(changed) })
const countOf = async () =>
  (await world.rows<{ count: number }>('select count(*) as count from note'))[0]!.count

test('everything in a list is done in its order, and what is wrong stops nothing else', async () => {
  const items = [
    note(),
    { type: 'stage', data: aStage() },
    note({ caseNumber: 'EK-0' }),
    { type: 'party', data: aParty() },
    { type: 'note', data: { text: 'bara text' } },
    { type: 'document', data: aDocument() },
  ]
  const { status, results } = await send(items)
  expect(status).toBe(200)
  expect(results.map((result) => result.status)).toEqual([201, 201, 422, 201, 422, 201])
  expect(results[2]).toMatchObject({
    problem: { title: 'Something that is named is not known', instance: 'a1b2c3d4e5' },
  })
  expect(results[0]!.state?.externalId).toBe((items[0]!.data as { externalId: string }).externalId)
})

test('a later item sees what an earlier one did', async () => {
  const { externalId } = aDocument()
  const versions = [1, 2, 3].map((version) => ({
    type: 'document',
    data: aDocument({ externalId, version, ...(version > 1 ? { changeReason: 'Rättat' } : {}) }),
  }))
  expect((await send(versions)).results.map(({ status }) => status)).toEqual([201, 201, 201])
})

test('an item whose scope is missing is refused, the others are done', async () => {
  const token = await world.issuer.token({ claims: { scope: 'stages:write' } })
  const { results } = await send([note(), { type: 'stage', data: aStage() }], { token })
  expect(results.map(({ status }) => status)).toEqual([403, 201])
})

test('a list that is sent again is answered as before and done once', async () => {
  const [items, key] = [[note(), note(), note()], randomUUID()]
  const first = await send(items, { key })
  const count = await countOf()
  expect((await send(items, { key })).results).toEqual(first.results)
  expect(await countOf()).toBe(count)
  expect(await send([note(), ...items], { key })).toMatchObject({ status: 422 })
})

test('a list that was broken off in the middle goes on where it was', async () => {
  const [items, key] = [Array.from({ length: 250 }, () => note()), randomUUID()]
  const before = await countOf()
  const { asService } = world.context.database
  // The client is let in, and one set is done.
  let left = 2
  const breaking: typeof asService = (now, work) =>
    left-- > 0
      ? asService(now, work)
      : Promise.reject(Object.assign(new Error('gone'), { name: 'DatabaseAway' }))
  world.context.database.asService = breaking
  const broken = await send(items, { key })
  world.context.database.asService = asService
  expect(broken).toMatchObject({ status: 503 })
  expect(await countOf()).toBe(before + 100)
  expect((await send(items, { key })).results.map(({ status }) => status)).toEqual(Array(250).fill(201))
  expect(await countOf()).toBe(before + 250)
})

test('an item that the database fails on leaves what stands before it, and the list goes on from there', async () => {
  await world.rows(`create function fail() returns trigger language plpgsql as
    $$ begin if new.title = 'Får inte plats' then raise exception 'no space left'; end if; return new; end $$`)
  await world.rows('create trigger fails before insert on note_version for each row execute function fail()')
  const [items, key] = [[note(), note(), note({ title: 'Får inte plats' }), note(), note()], randomUUID()]
  const before = await countOf()
  expect(await send(items, { key })).toMatchObject({ status: 500 })
  expect(await countOf()).toBe(before + 2)
  expect(await world.rows('select item from ingest_request where key = $1 order by item', [key])).toEqual([
    { item: 0 },
    { item: 1 },
  ])
  await world.rows('drop trigger fails on note_version')
  expect((await send(items, { key })).results.map(({ status }) => status)).toEqual(Array(5).fill(201))
  expect(await countOf()).toBe(before + 5)
})

test('two lists of the same things in opposite orders, at once, make each thing once', async () => {
  const items = Array.from({ length: 60 }, () => note())
  const before = await countOf()
  const answers = await Promise.all([send(items), send([...items].reverse())])
  expect(await countOf()).toBe(before + 60)
  const statuses = answers.flatMap(({ results }) => results.map(({ status }) => status)).sort()
  expect(statuses).toEqual([...Array<number>(60).fill(200), ...Array<number>(60).fill(201)])
})

test('five of the same list at once do each item once, and at least one is told all of it', async () => {
  const [items, key] = [Array.from({ length: 20 }, () => note()), randomUUID()]
  const before = await countOf()
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(items, { key })))
  expect(await countOf()).toBe(before + 20)
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
  expect(answers.filter(({ results }) => results.length === 20).length).toBeGreaterThan(0)
})

test.each([
  ['an empty list', []],
  ['a list of 501', Array.from({ length: 501 }, () => ({ type: 'stage', data: {} }))],
  ['something that cannot be sent in a list', [{ type: 'recording', data: {} }]],
  ['a thing without its kind', [{ data: {} }]],
])('%s is refused whole', async (_what, items) => {
  expect(await world.post('/batch', { items })).toMatchObject({ status: 422 })
})
