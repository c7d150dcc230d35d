import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, type PersonKey } from '../../../db/seed/people'
import { tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import {
  findRelease,
  draftNote,
  findReview,
  withGrounds,
  type DraftNote,
} from '../../../tests/support/draft-note'
import { addPhrases } from '../../../tests/support/heard-phrases'
import { idOf, municipalityId } from '../../../tests/support/people'
import { countRoundTrips } from '../../../tests/support/round-trips'
import { action as saveDraft, loader as heard } from './draft'
import { loader as desk } from './note'
import { loader as preview } from './preview'
import { action as saveReader, loader as readers } from './readers'
import { action as saveReview, loader as review } from './review'
import { action as sign, loader as signPage } from './sign'

// At most. Begin with the session, and commit, are two round trips of each page. Ordering the sound to be erased is six: pg-boss
// asks the database what it is and whether its tables are there before it writes.
// What was said is fetched where it is reviewed alone: a row a phrase, since two hours of words in one value hold up others.
const budget = {
  'the desk': 3,
  'what has been heard': 3,
  'saving as one writes': 4,
  'the review': 4,
  'saving the review': 8,
  'the readers': 6,
  'saving a reader': 10,
  'the preview': 15,
  'the signature’s page': 6,
  signing: 16,
}

const number = `${people.marie.number.slice(0, 8)}-${people.marie.number.slice(8)}`
const guardians: readonly PersonKey[] = ['henrik', 'lina', 'peter', 'alva']

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

describe.each([
  { readerCount: 3, phraseCount: 20, recordingCount: 1 },
  { readerCount: 6, phraseCount: 60, recordingCount: 3 },
])('a note with $readerCount readers and $phraseCount phrases', (size) => {
  let draft: DraftNote
  const others = guardians.slice(0, size.readerCount - 2)
  beforeAll(async () => {
    for (const reader of others) await addGuardian(reader)
    draft = await dictated(size)
  })

  test('goes from desk to signature within its budget of round trips', async () => {
    const trips = {
      'the desk': await tripsOf(draft, desk),
      'what has been heard': await tripsOf(draft, heard),
      'saving as one writes': await tripsOf(draft, saveDraft, { json: await draftFields(draft) }),
      'the review': await tripsOf(draft, review),
      'saving the review': await tripsOf(draft, saveReview, {
        fields: await reviewFields(draft),
        status: 303,
      }),
      ...(await tripsOfRelease(draft, others)),
    }
    const over = Object.entries(trips).filter(([page, count]) => count > budget[page as keyof typeof budget])
    expect(over).toEqual([])
  })
})

async function tripsOfRelease(draft: DraftNote, others: readonly PersonKey[]) {
  await draft.reviewAll()
  await draft.decide('marie', { level: 'full' })
  for (const reader of ['tindra', ...others] as const) {
    const partial = { level: 'partial', ...withGrounds, title: 'Kort', text: 'Vi sågs.' } as const
    expect(await draft.decide(reader, partial)).toEqual({ outcome: 'saved' })
  }
  return {
    'the readers': await tripsOf(draft, readers),
    'saving a reader': await tripsOf(draft, saveReader, { fields: await marieFields(draft), status: 303 }),
    'the preview': await tripsOf(draft, preview, { params: { personId: idOf('marie') } }),
    'the signature’s page': await tripsOf(draft, signPage),
    signing: await tripsOf(draft, sign, { fields: await signFields(draft), status: 303 }),
  }
}

function addGuardian(reader: PersonKey) {
  return world.stories.owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     values ($1, $2, $3, 'guardian', '[2026-01-01,)', 'test') on conflict do nothing`,
    [municipalityId('ekdala'), tindrasCase, idOf(reader)],
  )
}

/** A draft that names a reader's own number, with all that was dictated for it. */
async function dictated({ phraseCount, recordingCount }: { phraseCount: number; recordingCount: number }) {
  const text = `Maries nummer är ${number}.`
  const draft = await draftNote(world.stories, { who: 'mira', caseId: tindrasCase, text })
  for (let recording = 0; recording < recordingCount; recording++) {
    const phrases = Array.from({ length: phraseCount / recordingCount }, (_, index) => ({
      text: `Tindra kom för gång ${index} till kontoret.`,
    }))
    await addPhrases(world.stories.owner, draft.noteId, phrases)
  }
  return draft
}

type Given = {
  fields?: readonly (readonly [string, string])[]
  json?: object
  params?: Record<string, string>
  status?: number
}

/** How often the page asks the database; that it did what it is for is seen by its status. */
async function tripsOf(draft: DraftNote, route: unknown, { fields, json, params, status = 200 }: Given = {}) {
  const body = fields ? new URLSearchParams(fields.map((field) => [...field])) : json && JSON.stringify(json)
  const { value, trips } = await countRoundTrips(() =>
    world.ask('mira', route, {
      params: { noteId: draft.noteId, ...params },
      ...(body && { method: 'POST', body }),
    }),
  )
  // A page's loader gives what the page shows, or data with a status; only what has no page answers by itself.
  const answer = value as { status?: number; init?: { status?: number } }
  expect(answer.status ?? answer.init?.status ?? 200).toBe(status)
  return trips
}

const found = async ({ noteId }: DraftNote) => {
  const opened = await world.stories.asStaff('mira', (tx) => findReview(tx, noteId))
  return opened!
}

async function draftFields(draft: DraftNote) {
  const { revision, mergedTo, title, text } = await found(draft)
  return { revision, mergedTo, title, text }
}

async function reviewFields(draft: DraftNote) {
  const { revision, mergedTo } = await found(draft)
  return [
    ['intent', 'next'],
    ['revision', `${revision}`],
    ['mergedTo', `${mergedTo}`],
    ['kind', 'meeting'],
    ['day', '2026-09-15'],
    ['time', '08:00'],
  ] as const
}

async function marieFields(draft: DraftNote) {
  const { checked } = await found(draft)
  const release = await world.stories.asStaff('mira', (tx) => findRelease(tx, draft.noteId))
  const { rows } = await world.stories.owner.query<{ decided_at: Date }>(
    'select decided_at from disclosure where note_id = $1 and person_id = $2',
    [draft.noteId, idOf('marie')],
  )
  return [
    ['personId', idOf('marie')],
    ['decidedAt', rows[0]!.decided_at.toISOString()],
    ['textMark', release!.textMark],
    ['level', 'full'],
    ...checked.filter((key) => key.startsWith('seen:')).map((key) => ['seen', key] as const),
  ] as const
}

async function signFields(draft: DraftNote) {
  const { revision } = await found(draft)
  return [['revision', `${revision}`]] as const
}
