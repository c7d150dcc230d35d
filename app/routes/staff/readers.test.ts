import { afterAll, beforeAll, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { draftNote } from '../../../tests/support/draft-note'
import { action, loader } from './readers'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

const placesIn = (sent: unknown) => JSON.stringify(sent).split('"before":').length - 1

test('of a name in very many places, no more leave the server than are drawn', async () => {
  const text = 'Yasmin kom. '.repeat(1000)
  const { noteId } = await draftNote(world.stories, { who: 'mira', caseId: tindrasCase, text })
  const params = { noteId }
  const page: unknown = await world.ask('mira', loader, { params })
  expect(page).toMatchObject({ open: { warnings: { inFull: { all: 20, drawn: { length: 4 } } } } })
  expect(placesIn(page)).toBe(200)

  const { open } = page as { open: { values: Record<'personId' | 'textMark' | 'decidedAt', string> } }
  const { personId, textMark, decidedAt } = open.values
  const body = new URLSearchParams({ personId, textMark, decidedAt, level: 'full' })
  const refused: unknown = await world.ask('mira', action, { params, method: 'POST', body })
  expect(refused).toMatchObject({ data: { form: { unseen: 20 } }, init: { status: 400 } })
  expect(placesIn(refused)).toBe(200)
})
