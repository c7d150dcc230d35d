import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { alvasCase, eliasCase, tindrasCase } from '../../tests/support/asked.ts'
import { contentSaying } from '../../tests/support/content-saying.ts'
import { idOf, municipalityId, sessionFor } from '../../tests/support/people.ts'
import { countRoundTrips } from '../../tests/support/round-trips.ts'
import { openStories, storyTime, type Stories } from '../../tests/support/stories.ts'
import { readDocument } from '../document/read-document'
import { readNote } from '../note/read-note'
import { beginReadTogether, readAsChild } from './read-together'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

test.each([
  ['Elias', 'elias', eliasCase, 'samira'],
  ['Alva', 'alva', alvasCase, 'olle'],
] as const)(
  '%s is shown beside the caseworker exactly what signing in would show',
  async (_name, child, caseId, staff) => {
    const beside = await look(staff, child, caseId)
    const alone = await stories.asPerson(child, (tx) => readAsChild(tx, caseId))
    expect(beside?.notes.length).toBeGreaterThan(0)
    // The child's own visit counts as a reading, so what is marked as new may differ. Nothing else may.
    expect(withoutNew(beside)).toEqual(withoutNew(alone))
  },
)

test('each text is the newest, as its own page shows it', async () => {
  await stories.owner.query(
    `insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, change_reason, signed_at, signed_by)
     select municipality_id, note_id, 2, title, '[{"voice": "fact", "text": "Rättat."}]', 'typed', 'Fel ord', $2, signed_by
       from note_version where note_id = $1`,
    [storyId('note', 'A3'), storyTime],
  )
  const pages = await stories.asPerson('tindra', async (tx) => {
    const read = await readAsChild(tx, tindrasCase)
    const own = new Map<string, unknown>()
    for (const { id } of read!.notes) own.set(id, (await readNote(tx, id))[0] ?? null)
    for (const { id } of read!.documents) own.set(id, (await readDocument(tx, id))[0] ?? null)
    return {
      own,
      together: new Map([...read!.notes, ...read!.documents].map(({ id, version }) => [id, version])),
    }
  })
  expect(pages.together.get(storyId('note', 'A3'))).toMatchObject({ number: 2 })
  expect(pages.together).toEqual(pages.own)
})

test('what is withheld from the child is not read together either', async () => {
  const beside = await look('samira', 'elias', eliasCase)
  expect(JSON.stringify(beside)).not.toContain('Läraren i Elias klass ringer')
})

test('the log says that they read together and puts no reading in the child’s name', async () => {
  const begun = await stories.asStaff('samira', (tx) => beginReadTogether(tx, eliasCase, idOf('elias')))
  expect(begun).toBe('sv')
  const before = await linesBy('elias')
  await look('samira', 'elias', eliasCase)
  expect(await linesBy('elias')).toEqual(before)
  expect(await linesBy('samira')).toContainEqual({ action: 'readTogether', case_id: eliasCase })
})

test('a child who reads alone has one line in the log for each text', async () => {
  const before = await readingsBy('alva')
  const read = await stories.asPerson('alva', (tx) => readAsChild(tx, alvasCase))
  const shown = [...read!.notes, ...read!.documents].map(({ id }) => id)
  expect((await readingsBy('alva')).toSorted()).toEqual([...before, ...shown].toSorted())
})

test('thirty notes and thirty documents are read in as many round trips as a few', async () => {
  const few = await countRoundTrips(() => look('samira', 'elias', eliasCase))
  await addShown(30)
  const many = await countRoundTrips(() => look('samira', 'elias', eliasCase))
  expect(many.value?.notes).toHaveLength(30)
  expect(many.value?.documents).toHaveLength(30)
  expect([...many.value!.notes, ...many.value!.documents].every(({ version }) => version)).toBe(true)
  expect(many.trips).toBe(few.trips)
  expect(many.trips).toBeLessThanOrEqual(10)
})

test.each<[string, StaffKey, PersonKey, string]>([
  ['a child of a case that is not hers', 'mira', 'elias', eliasCase],
  ['a grown-up of the case', 'samira', 'peter', eliasCase],
  ['the child of another case', 'samira', 'tindra', eliasCase],
])('nothing is begun with %s, and nothing written', async (_what, staff, person, caseId) => {
  const before = await linesBy(staff)
  const begun = await stories.asStaff(staff, (tx) => beginReadTogether(tx, caseId, idOf(person)))
  expect(begun).toBeNull()
  expect(await linesBy(staff)).toEqual(before)
})

test('nobody sees with the eyes of somebody in a case that is not open to them', async () => {
  expect(await look('mira', 'elias', eliasCase)).toBeNull()
  expect(await look('nils', 'alva', alvasCase)).toBeNull()
})

async function look(staff: StaffKey, person: PersonKey, caseId: string) {
  const token = await sessionFor(stories.owner, staff)
  return stories.database.lookAs(token, storyTime, {
    personId: idOf(person),
    prepare: () => Promise.resolve(),
    read: (tx) => readAsChild(tx, caseId),
  })
}

async function addShown(count: number): Promise<void> {
  const facts = [municipalityId('ekdala'), eliasCase, idOf('samira'), idOf('elias'), storyTime]
  await stories.owner.query(
    `with added as (
       insert into note (municipality_id, case_id, kind, event_at, author_id)
       select $1, $2, 'meeting', $5, $3 from generate_series(1, $6::int) returning id),
     versions as (
       insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, signed_at, signed_by)
       select $1, id, 1, 'Möte', '[{"voice": "fact", "text": "Vi sågs."}]', 'typed', $5, $3 from added)
     insert into disclosure (municipality_id, note_id, person_id, level, shown_from, decided_by, decided_at)
     select $1, id, $4, 'full', $5, $3, $5 from added`,
    [...facts, count],
  )
  await stories.owner.query(
    `with added as (
       insert into document (municipality_id, case_id, type, dated_on)
       select $1, $2, 'decision', $5::date from generate_series(1, $6::int) returning id),
     versions as (
       insert into document_version (municipality_id, document_id, number, title, content, signed_at, signed_by)
       select $1, id, 1, 'Brev', $7, $5, $3 from added)
     insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
     select $1, id, $4, 'full', $5, $3, $5 from added`,
    [...facts, count, contentSaying('Hej.')],
  )
}

function withoutNew(read: unknown): unknown {
  return JSON.parse(JSON.stringify(read, (key, value: unknown) => (key === 'isNew' ? undefined : value)))
}

async function readingsBy(who: PersonKey) {
  const { rows } = await stories.owner.query<{ id: string }>(
    `select coalesce(note_id, document_id) as id from audit_event
      where actor_id = $1 and action in ('readNote', 'readDocument')`,
    [idOf(who)],
  )
  return rows.map(({ id }) => id)
}

async function linesBy(who: PersonKey | StaffKey) {
  const { rows } = await stories.owner.query<{ action: string; case_id: string }>(
    'select action, case_id from audit_event where actor_id = $1 order by at, id',
    [idOf(who)],
  )
  return rows
}
