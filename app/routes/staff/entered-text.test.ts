import { afterAll, beforeAll, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { draftNote, findReview } from '../../../tests/support/draft-note'
import { action as saveWhileWriting } from './draft'
import { loader as findCases } from './cases'
import { action as saveDesk } from './note'
import { action as saveReview, loader as review } from './review'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

const rows = [
  ['letters in two parts as one', 'Hon a\u030ar pa\u030a Sjo\u0308bo.', 'Hon år på Sjöbo.'],
  ['what the database cannot keep left out', 'Hon\0 åt.', 'Hon åt.'],
  ['half a sign as one that shows it', 'Hon\ud83d åt.', 'Hon\ufffd åt.'],
  ['line ends of one kind', 'Hon\r\nåt.\rSen.', 'Hon\nåt.\nSen.'],
  ['the joiners of Persian and of a family', 'می\u200cخواهم 👩\u200d👧', 'می\u200cخواهم 👩\u200d👧'],
] as const

const newDraft = () => draftNote(world.stories, { who: 'mira', caseId: tindrasCase, text: 'Tindra kom.' })
const stored = async (noteId: string) => {
  const { rows } = await world.stories.owner.query<{ draft_text: string; child_text: string | null }>(
    'select draft_text, child_text from note_version where note_id = $1',
    [noteId],
  )
  return rows[0]!
}

test.each(rows)('a text saved while it is written keeps %s', async (_what, sent, kept) => {
  const { noteId } = await newDraft()
  const body = JSON.stringify({ revision: 1, mergedTo: 0, title: 'Samtal', text: sent })
  const answer = await world.ask('mira', saveWhileWriting, { params: { noteId }, method: 'POST', body })
  expect(answer.status).toBe(200)
  expect((await stored(noteId)).draft_text).toBe(kept)
})

test.each(rows)('a text sent by the form keeps %s', async (_what, sent, kept) => {
  const { noteId } = await newDraft()
  const body = new URLSearchParams({ revision: '1', mergedTo: '0', title: 'Samtal', text: sent })
  const answer = await world.ask('mira', saveDesk, { params: { noteId }, method: 'POST', body })
  expect(answer.status).toBe(303)
  expect((await stored(noteId)).draft_text).toBe(kept)
})

test.each(rows)('a text to the child keeps %s', async (_what, sent, kept) => {
  const { noteId } = await newDraft()
  const found = await world.stories.asStaff('mira', (tx) => findReview(tx, noteId))
  const body = new URLSearchParams({
    revision: String(found!.revision),
    mergedTo: '0',
    childText: sent,
    intent: 'save',
  })
  const answer = await world.ask('mira', saveReview, { params: { noteId }, method: 'POST', body })
  expect(answer.status).toBe(303)
  expect((await stored(noteId)).child_text).toBe(kept)
})

test('a word that is searched for may hold what the database cannot', async () => {
  const answer = await world.ask('mira', findCases, { params: {}, query: '?nummer=EK%00-2026' })
  expect(answer).toMatchObject({ number: 'EK-2026' })
})

type Shown = {
  checks: { items: { key: string }[]; from: number; all: number; leftElsewhere: number }
  values: { revision: number; checked: string[] }
}

test('of a long list two hundred rows are drawn, the others are a button away, and all count', async () => {
  const text = Array.from({ length: 450 }, (_, row) => `Ring 070-123 ${String(row + 1000)}.`).join('\n\n')
  const { noteId } = await draftNote(world.stories, { who: 'mira', caseId: tindrasCase, text })
  const look = async (query = '') =>
    (await world.ask('mira', review, { params: { noteId }, query })) as unknown as Shown
  const send = async (shown: Shown, intent: string) => {
    const body = new URLSearchParams([
      ['revision', String(shown.values.revision)],
      ['mergedTo', '0'],
      ['checksFrom', String(shown.checks.from)],
      ['voicesFrom', '0'],
      ['intent', intent],
      ...shown.checks.items.map(({ key }) => ['checked', key]),
    ] as [string, string][])
    const answer = await world.ask('mira', saveReview, { params: { noteId }, method: 'POST', body })
    return new URL(answer.headers.get('Location')!, 'http://page').search
  }
  const first = await look()
  expect(first.checks).toMatchObject({ from: 0, all: 450, leftElsewhere: 250 })
  expect(first.checks.items).toHaveLength(200)
  const second = await look(await send(first, 'showChecks:200'))
  expect(second.checks).toMatchObject({ from: 200, leftElsewhere: 50 })
  await send(second, 'save')
  const last = await look()
  expect(last.checks).toMatchObject({ from: 400, leftElsewhere: 0 })
  expect(last.checks.items).toHaveLength(50)
  await send(last, 'save')
  const kept = await world.stories.asStaff('mira', (tx) => findReview(tx, noteId))
  expect(kept!.items.filter(({ isDone }) => !isDone)).toEqual([])
})
