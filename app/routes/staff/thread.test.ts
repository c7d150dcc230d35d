import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffKey } from '../../../db/seed/people'
import { askQuestion } from '../../../tests/support/asked-question'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { answerThread } from '../../message/answer-thread'
import { action as attach } from './attachments'
import { action as post, loader } from './thread'

let world: DeskWorld
let threadId: string
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  threadId = (await askQuestion(world.stories)).threadId
  await world.stories.owner.query('delete from audit_event')
})

async function send(who: StaffKey, fields: Record<string, string>, to = threadId) {
  const answer = (await world
    .ask(who, post, { params: { threadId: to }, method: 'POST', body: new URLSearchParams(fields) })
    // A page of a problem is thrown as its data.
    .catch((thrown: unknown) => thrown)) as { status?: number; init?: { status?: number } }
  return answer.status ?? answer.init?.status ?? 200
}
const logged = async () =>
  (
    await world.stories.owner.query<{ action: string }>(
      'select action from audit_event where thread_id = $1 order by at',
      [threadId],
    )
  ).rows.map(({ action }) => action)

test('what is kept at each pause in the typing is no reading: the log says that it was read when its page was', async () => {
  await world.ask('mira', loader, { params: { threadId } })
  for (const text of ['Ja', 'Ja, du', 'Ja, du kan'])
    expect(await send('mira', { do: 'keep', message: randomUUID(), text })).toBe(303)
  expect(await logged()).toEqual(['readThread'])
})

const message = randomUUID()
test.each<[string, Record<string, string>]>([
  ['keeps', { do: 'keep', message, text: 'Hej' }],
  ['sends', { do: 'send', message, text: 'Hej' }],
  ['begins by a template', { mall: 'called', text: '' }],
  ['takes back', { do: 'takeBack', message }],
  ['marks', { do: 'noAnswer', message }],
  ['notes', { do: 'note', noteId: message }],
])('who may not open a thread %s nothing in it, as in one that is not there', async (_, fields) => {
  expect(await send('olle', fields)).toBe(404)
  expect(await send('mira', fields, randomUUID())).toBe(404)
  expect(await logged()).toEqual([])
})

test('an answer is taken back in its own thread alone', async () => {
  const id = randomUUID()
  await world.stories.asStaff('mira', (tx) =>
    answerThread(tx, threadId, { id, text: 'Ja', lastShown: null, wordsShown: 1 }),
  )
  const { threadId: other } = await askQuestion(world.stories)
  expect(await send('mira', { do: 'takeBack', message: id }, other)).toBe(404)
  expect(await send('mira', { do: 'takeBack', message: id })).toBe(303)
})

test('a text that did not come whole beside a file is refused as too large, and nothing of it is kept', async () => {
  const body = new FormData()
  body.append('text', 'å'.repeat(200_000))
  body.append('bilaga', new File(['%PDF'], 'intyg.pdf'))
  const answer = await world.ask('mira', attach, { params: { threadId }, method: 'POST', body })
  expect(answer.status).toBe(413)
  const { rows } = await world.stories.owner.query('select from message_draft where thread_id = $1', [
    threadId,
  ])
  expect(rows).toEqual([])
})
