import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sealPreview } from '../../dictation/recording/preview'
import { openSoundKey } from '../../dictation/sound-key'
import { testKeys } from '../../../tests/support/keys'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { municipalityOf } from '../../../tests/support/people'
import { storyTime } from '../../../tests/support/stories'
import { loader as events } from './recording-events'
import { action as start } from './recording-start'

let world: DeskWorld
let recordingId: string

beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  recordingId = randomUUID()
  const { noteId } = await world.draftOf('samira')
  await world.ask('samira', start, {
    params: { noteId },
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ recordingId, mode: 'automatic' }),
  })
})

const tell = (what: string) =>
  world.stories.owner.query(
    `select recording_notify($1, $2, 'state', jsonb_build_object('state', $3::text))`,
    [municipalityOf('samira'), recordingId, what],
  )

/** Reads a stream until it has said so many events; gives their ids and data. */
function readerOf(answer: Response) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async (count: number): Promise<string[]> => {
    const told = () => [...text.matchAll(/id: (\d+)\nevent: state\ndata: \{"state":"?\s?"?(\w+)"/g)]
    while (told().length < count) {
      const { value, done } = await reader.read()
      if (done) break
      text += value.replaceAll('"state": ', '"state":')
    }
    return told().map(([, id, state]) => `${id} ${state}`)
  }
}

const listen = (headers: Record<string, string> = {}, query = '') =>
  world.ask('samira', events, { params: { recordingId }, headers, query })

test('what has happened is told at once, and what happens then as it does', async () => {
  await tell('one')
  const answer = await listen()
  expect(answer.headers.get('Content-Type')).toContain('text/event-stream')
  expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
  const read = readerOf(answer)
  expect(await read(1)).toEqual(['1 one'])
  await tell('two')
  expect(await read(2)).toEqual(['1 one', '2 two'])
  world.leave()
})

test('a page that comes back is told what it has not heard', async () => {
  for (const what of ['one', 'two', 'three']) await tell(what)
  expect(await readerOf(await listen({ 'Last-Event-ID': '2' }))(1)).toEqual(['3 three'])
  expect(await readerOf(await listen({}, '?efter=1'))(2)).toEqual(['2 two', '3 three'])
  world.leave()
})

test('a page that has heard something is told that the sound is gone, and why', async () => {
  await tell('one')
  const read = readerOf(await listen())
  expect(await read(1)).toEqual(['1 one'])
  await world.stories.owner.query(`select recording_notify($1, $2, 'segment', '{"text": "Hemligt"}')`, [
    municipalityOf('samira'),
    recordingId,
  ])
  await world.stories.database.asService(storyTime, (tx) =>
    sql`select service_erase_recording(${municipalityOf('samira')}, ${recordingId}, 'discarded', 'undecodable')`.execute(
      tx,
    ),
  )
  expect(await read(2)).toEqual(['1 one', '3 erased'])
  const { rows } = await world.stories.owner.query(
    'select data from recording_event where recording_id = $1 order by number',
    [recordingId],
  )
  expect(rows).toEqual([{ data: { state: 'one' } }, { data: { state: 'erased', problem: 'undecodable' } }])
  world.leave()
})

test('a page is told when it knows everything until now', async () => {
  await tell('one')
  const reader = (await listen()).body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('event: here')) text += (await reader.read()).value ?? ''
  expect(text.indexOf('event: state')).toBeGreaterThan(-1)
  expect(text.indexOf('event: state')).toBeLessThan(text.indexOf('event: here'))
  world.leave()
})

const tellWords = async (key: Buffer | null = null) => {
  const { rows } = await world.stories.owner.query<{ key_encrypted: Buffer }>(
    'select key_encrypted from recording where id = $1',
    [recordingId],
  )
  const own = openSoundKey(rows[0]!.key_encrypted, testKeys)
  const sealed = sealPreview(key ?? own, { start: 250, text: 'Mamma kommer' })
  await world.stories.database.asService(storyTime, (tx) =>
    sql`select service_tell_preview(${municipalityOf('samira')}, ${recordingId}, ${sealed})`.execute(tx),
  )
}

/** Reads on until a stream has said a text, and gives all it has said. */
async function readUntil(answer: Response, last: string): Promise<string> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(last)) text += (await reader.read()).value ?? last
  return text
}
const words = 'event: preview\ndata: {"preview":{"start":250,"text":"Mamma kommer"}}'

test('the page that records is told the words of the open phrase, under the number it has heard to', async () => {
  await tell('one')
  const answer = await listen({}, '?efter=0&oppen')
  await tellWords()
  expect(await readUntil(answer, 'preview')).toContain(`id: 1\n${words}`)
  world.leave()
})

test('a page that only shows the draft is not told them', async () => {
  const answer = await listen()
  await tellWords()
  await tell('one')
  expect(await readUntil(answer, 'event: state')).not.toContain('preview')
  world.leave()
})

test('words that come when the recording is stopped, or sealed by somebody else, are not told', async () => {
  const answer = await listen({}, '?efter=0&oppen')
  await tellWords(Buffer.alloc(32, 1))
  expect(await readUntil(answer, 'preview')).toContain('event: preview\ndata: {"preview":null}')
  const next = await listen({}, '?efter=0&oppen')
  await world.stories.owner.query(`update recording set state = 'stopped' where id = $1`, [recordingId])
  await tellWords()
  await tell('one')
  expect(await readUntil(next, 'event: state')).not.toContain('Mamma')
  world.leave()
})

test('the events of a colleague’s recording are not told', async () => {
  const answer = await world.ask('mira', events, { params: { recordingId }, query: '?efter=0&oppen' })
  expect(answer.status).toBe(404)
})

test('the stream ends when the session has', async () => {
  const read = readerOf(await listen())
  await tell('one')
  expect(await read(1)).toEqual(['1 one'])
  // A reading that has passed the check of its session may go on; the lock waits for it.
  await world.stories.owner.query('begin; lock table session; delete from session; commit')
  await tell('two')
  expect(await read(2)).toEqual(['1 one'])
})
