import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDocument, aNote, aParty, aStage } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { keptRows } from '../../../tests/support/ingested-rows'
import { below, oneOf } from '../../../tests/support/mutants/choice'
import { seededRandom } from '../../../tests/bench/seeded-random'

// The same things come to one database in lists and to the other one by one.
let listed: IngestWorld
let single: IngestWorld

beforeAll(async () => {
  ;[listed, single] = await Promise.all([openIngest(), openIngest()])
})

afterAll(() => Promise.all([listed.close(), single.close()]))

type Item = { type: 'note' | 'stage' | 'party' | 'document'; data: object }
const paths = { note: '/notes', stage: '/stages', party: '/parties', document: '/documents' }

const note = (changed: Parameters<typeof aNote>[0] = {}): Item => ({ type: 'note', data: aNote(changed) })
const stage = (changed: Parameters<typeof aStage>[0] = {}): Item => ({ type: 'stage', data: aStage(changed) })
const party = (changed: Parameters<typeof aParty>[0] = {}): Item => ({ type: 'party', data: aParty(changed) })
const paper = (changed: Parameters<typeof aDocument>[0] = {}): Item => ({
  type: 'document',
  data: aDocument(changed),
})

async function answersToList(items: Item[]) {
  const { status, body } = await listed.post('/batch', { items })
  expect(status).toBe(200)
  return body['results'] as object[]
}

async function answersOneByOne(items: Item[]) {
  const answers: object[] = []
  for (const { type, data } of items) {
    const { status, body } = await single.post(paths[type], data)
    answers.push(status < 300 ? { status, state: body } : { status, problem: body })
  }
  return answers
}

async function expectSameRows() {
  expect(await keptRows(listed)).toEqual(await keptRows(single))
}

async function expectSameAnswers(items: Item[]) {
  const answers = await answersToList(items)
  expect(answers).toEqual(await answersOneByOne(items))
  return answers.map((answer) => (answer as { status: number }).status)
}

async function expectTheSame(items: Item[]) {
  const statuses = await expectSameAnswers(items)
  await expectSameRows()
  return statuses
}

const good = () => [note(), stage(), paper(), note({ childView: 'Jag vill bo kvar.' })]

describe('a list with one that is refused is answered and kept as if each had come alone', () => {
  test.each<[string, () => Item, number]>([
    ['a note in a case that is not known', () => note({ caseNumber: 'EK-0' }), 422],
    ['a note by nobody who is known', () => note({ author: 'EK-999' }), 422],
    ['a note of neither', () => note({ caseNumber: 'EK-0', author: 'EK-999' }), 422],
    ['a note by somebody outside the case', () => note({ author: 'EK-103' }), 422],
    ['a note in another municipality’s case', () => note({ caseNumber: 'GB-2026-0057' }), 422],
    ['a note of tomorrow', () => note({ eventAt: '2027-01-01T10:00:00+01:00' }), 422],
    ['a note without a text', () => ({ type: 'note', data: { ...aNote(), text: undefined } }), 422],
    ['a stage before its case', () => stage({ startedOn: '2020-01-01' }), 422],
    ['a child as guardian', () => party({ personalIdentityNumber: '201001012382', role: 'guardian' }), 422],
    ['somebody who is not known', () => party({ personalIdentityNumber: '199501012380' }), 422],
    ['a document out of order', () => paper({ version: 2, changeReason: 'Rättat' }), 409],
    ['a document with a PDF', () => ({ type: 'document', data: { externalId: 'x', pdf: 1 } }), 422],
  ])('%s', async (_what, bad, status) => {
    for (const place of [0, 2, 4]) {
      const items = good()
      items.splice(place, 0, bad())
      expect(await expectTheSame(items)).toEqual(items.map((_item, at) => (at === place ? status : 201)))
    }
  })
})

describe('a list whose things meet each other is answered and kept as if each had come alone', () => {
  const tenth = { validFrom: '2031-01-01', validTo: '2031-01-10' }
  const later = { validFrom: '2031-01-11', validTo: '2031-01-20' }
  test.each<[string, (id: string, other: string) => Item[], number[]]>([
    ['the same note twice', (externalId) => [note({ externalId }), note({ externalId })], [201, 200]],
    [
      'a note that is put right, and one more between',
      (externalId) => [note({ externalId, text: '201501022386 ringde.' }), note(), note({ externalId })],
      [201, 201, 200],
    ],
    [
      'a note that goes to another case',
      (externalId) => [note({ externalId }), note({ externalId, caseNumber: 'EK-2026-0098' }), note()],
      [201, 409, 201],
    ],
    [
      'one name for two kinds',
      (externalId) => [stage({ externalId }), note({ externalId }), paper({ externalId }), note()],
      [201, 409, 409, 201],
    ],
    [
      'a name that is refused first',
      (externalId) => [note({ externalId, author: 'EK-999' }), note({ externalId })],
      [422, 201],
    ],
    [
      'a stage that is sent again, the same and changed',
      (externalId) => [stage({ externalId }), stage({ externalId }), stage({ externalId, stage: 'closure' })],
      [201, 200, 200],
    ],
    [
      'versions in order, again and out of order',
      (externalId) => [
        paper({ externalId }),
        paper({ externalId }),
        paper({ externalId, version: 3, changeReason: 'Rättat' }),
        paper({ externalId, version: 2, changeReason: 'Rättat' }),
        paper({ externalId, version: 3, changeReason: 'Rättat' }),
        paper({ externalId, version: 3, title: 'Annan', changeReason: 'Rättat' }),
      ],
      [201, 200, 409, 201, 201, 409],
    ],
    [
      'a relation that overlaps, then gives way',
      (externalId, other) => [
        party({ ...tenth, externalId, validTo: '2031-01-15' }),
        party({ ...later, externalId: other }),
        party({ ...tenth, externalId }),
        party({ ...later, externalId: other }),
      ],
      [201, 409, 200, 201],
    ],
  ])('%s', async (_what, itemsOf, statuses) => {
    expect(await expectTheSame(itemsOf(randomUUID(), randomUUID()))).toEqual(statuses)
  })
})

test('a draft that its author has changed, signed or thrown away is left alone in a list as alone', async () => {
  const ids = ['touched', 'signed', 'gone', 'free'].map((name) => `${name}-${randomUUID()}`)
  const items = ids.map((externalId) => note({ externalId }))
  expect(await expectTheSame(items)).toEqual([201, 201, 201, 201])
  for (const world of [listed, single]) {
    const change = (name: string, text: string) =>
      world.rows(
        text,
        ids.filter((id) => id.startsWith(name)),
      )
    const ofNote = 'note_id = (select note_id from ingested where external_id = $1)'
    await change('touched', `update note_version set draft_text = 'Annat.' where ${ofNote}`)
    await change(
      'signed',
      `update note_version set signed_at = '2026-09-15T08:00:00+02:00', signed_by = written_by where ${ofNote}`,
    )
    await change('gone', `delete from note_version where ${ofNote}`)
    await change('gone', 'delete from note where id = (select note_id from ingested where external_id = $1)')
  }
  const again = ids.map((externalId) => note({ externalId, title: 'Ny rubrik' }))
  expect(await expectTheSame([...again, note()])).toEqual([409, 409, 409, 200, 201])
})

test('lists made by chance are answered and kept as if each thing had come alone', async () => {
  const random = seededRandom(20260915)
  const pick = <T>(from: readonly T[]) => oneOf(from, random)
  const names = Array.from({ length: 12 }, (_, index) => `by-chance-${index}`)
  const days = ['2032-01-01', '2032-02-01', '2032-03-01', '2032-04-01']
  const anything = (): Item => {
    const externalId = pick(names)
    const caseNumber = pick(['EK-2026-0412', 'EK-2026-0412', 'EK-2026-0412', 'EK-0'])
    const [validFrom, validTo] = [pick(days), pick(days)]
    const version = pick([1, 1, 2, 3])
    return pick([
      () => note({ externalId, caseNumber, title: pick(['Ett', 'Två']), author: pick(['EK-101', 'EK-999']) }),
      () => note({ externalId, caseNumber, text: pick(['Ringde.', 'Ringde 201501022386.']) }),
      () => stage({ externalId, caseNumber, stage: pick(['closure', 'decision']) }),
      () => party({ externalId, caseNumber, validFrom, validTo }),
      () => paper({ externalId, caseNumber, version, title: pick(['Ett', 'Två']), changeReason: 'Rättat' }),
    ])()
  }
  const seen = new Set<number>()
  for (let list = 0; list < 40; list++) {
    const items = Array.from({ length: 1 + below(12, random) }, anything)
    for (const status of await expectSameAnswers(items)) seen.add(status)
  }
  await expectSameRows()
  expect([...seen].sort()).toEqual([200, 201, 409, 422])
})
