import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonTx } from '../../db/connect.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// The whole policy of the stories on one screen (domain 5). Whoever is not named sees nothing of the item.
type Readers = Partial<Record<PersonKey, 'full' | 'partial'>>

const tindrasFamily: Readers = { tindra: 'full', marie: 'full' }
const bothParents: Readers = { sara: 'full', peter: 'full' }
const alvasFamily: Readers = { alva: 'full', henrik: 'full', lina: 'full' }

const notes: Record<string, Readers> = {
  A1: tindrasFamily,
  A2: tindrasFamily,
  A3: { tindra: 'full' },
  A4: tindrasFamily,
  A5: tindrasFamily,
  A6: tindrasFamily,
  B1: { sara: 'full', peter: 'partial' },
  B2: { sara: 'full', elias: 'full' },
  B3: { peter: 'full', sara: 'partial' },
  B4: { sara: 'full' },
  B5: { sara: 'full', peter: 'partial', elias: 'full' },
  C1: alvasFamily,
  C2: alvasFamily,
  C3: alvasFamily,
  C4: alvasFamily,
  C5: alvasFamily,
  L1: { leo: 'full' },
}

const documents: Record<string, Readers> = {
  'tindra/report': { tindra: 'partial', marie: 'full' },
  'tindra/investigation': tindrasFamily,
  'tindra/investigation-plan': tindrasFamily,
  'tindra/basis': tindrasFamily,
  'tindra/decision': tindrasFamily,
  'tindra/disagree': tindrasFamily,
  'tindra/plan': tindrasFamily,
  'elias/custody': bothParents,
  'elias/place-and-contact': bothParents,
  'elias/appeal-peter': { peter: 'full' },
  'elias/appeal-sara': { sara: 'full' },
  'alva/decision': alvasFamily,
  'alva/plan': alvasFamily,
  'alva/follow-up-may': alvasFamily,
  'alva/follow-up-august': alvasFamily,
  'alva/ending': alvasFamily,
  'alva/letter': alvasFamily,
  // Waits for the chair: nobody's before she has signed.
  'nova/custody': {},
  'leo/decision': { leo: 'full' },
}

const everybody: PersonKey[] = [
  'tindra',
  'marie',
  'elias',
  'sara',
  'peter',
  'alva',
  'henrik',
  'lina',
  'johan',
  'leo',
]
// Alva signs in herself from 13; by then the case would be closed to everybody but for the longer reading below.
const whenAlvaIs13 = new Date('2028-01-02T00:00:00+01:00')

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  await stories.owner.query(
    `update case_file set readable_until = '2028-12-31' where case_number = 'EK-2026-0098'`,
  )
})

afterAll(() => stories.close())

const rowsOf = (items: Record<string, Readers>) =>
  Object.entries(items).flatMap(([item, readers]) =>
    everybody.map((who) => ({ who, item, level: readers[who] ?? 'nothing' })),
  )

test.each(rowsOf(notes))('$who sees of note $item: $level', async ({ who, item, level }) => {
  const seen = await asReader(who, (tx) => noteSeen(tx, storyId('note', item)))
  expect(seen).toEqual({ level, texts: level === 'nothing' ? 0 : 1 })
})

test.each(rowsOf(documents))('$who sees of document $item: $level', async ({ who, item, level }) => {
  const seen = await asReader(who, (tx) => documentSeen(tx, storyId('document', item)))
  const versions = level === 'full' && ['tindra/basis', 'alva/plan'].includes(item) ? 2 : 1
  expect(seen).toEqual({ level, texts: level === 'nothing' ? 0 : versions })
})

test('the tables above name every note and every document there is', async () => {
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from note union all select id from document',
  )
  const named = [
    ...Object.keys(notes).map((key) => storyId('note', key)),
    ...Object.keys(documents).map((key) => storyId('document', key)),
  ]
  expect(rows.map(({ id }) => id).sort()).toEqual(named.sort())
})

test.each(everybody)('%s sees no item beside those named above', async (who) => {
  const isNamed = ({ level, who: reader }: { level: string; who: PersonKey }) =>
    level !== 'nothing' && reader === who
  const [seenNotes, seenDocuments] = await asReader(who, async (tx) => [
    await tx.selectFrom('person_note').select('note_id as id').execute(),
    await tx.selectFrom('person_document').select('document_id as id').execute(),
  ])
  expect(seenNotes).toHaveLength(rowsOf(notes).filter(isNamed).length)
  expect(seenDocuments).toHaveLength(rowsOf(documents).filter(isNamed).length)
})

test.each([
  ['B1', 'peter', ['Skolan har anmält oro. En utredning har inletts.']],
  ['B3', 'sara', ['Peter har fått veta att Elias inte kommer hem i dag. Han håller inte med.']],
  [
    'B5',
    'peter',
    [
      'Nämndens ordförande har klockan 18.05 beslutat att omedelbart omhänderta Elias enligt 6 § LVU. Ordföranden har skrivit under med BankID i mobilen.',
      'Ordföranden har också beslutat att Peter inte får veta var Elias bor och att de inte träffas just nu. De besluten går att överklaga.',
    ],
  ],
] as const)(
  'a part of note %s for %s is the text written for them, and nothing beside it',
  async (item, who, texts) => {
    const { rows } = await stories.asPerson(who, (tx) =>
      sql<Record<string, unknown>>`select * from person_read_note(${storyId('note', item)})`.execute(tx),
    )
    const [{ paragraphs, note_id, number, title, signed_at, ...rest } = {}] = rows
    expect(paragraphs).toEqual(texts.map((text) => ({ voice: 'fact', text })))
    expect(Object.values(rest).every((value) => value === null)).toBe(true)
    expect({ note_id, number, title, signed_at }).toMatchObject({ note_id: storyId('note', item), number: 1 })
  },
)

function asReader<T>(who: PersonKey, work: (tx: PersonTx) => Promise<T>): Promise<T> {
  return stories.asPerson(who, work, who === 'alva' ? whenAlvaIs13 : storyTime)
}

async function noteSeen(tx: PersonTx, id: string) {
  const listed = await tx.selectFrom('person_note').where('note_id', '=', id).select('level').execute()
  const { rows } = await sql`select * from person_read_note(${id})`.execute(tx)
  return { level: listed[0]?.level ?? 'nothing', texts: rows.length }
}

async function documentSeen(tx: PersonTx, id: string) {
  const listed = await tx
    .selectFrom('person_document')
    .where('document_id', '=', id)
    .select('level')
    .execute()
  const { rows } = await sql`select * from person_read_document(${id})`.execute(tx)
  return { level: listed[0]?.level ?? 'nothing', texts: rows.length }
}
