import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDeskWorld, second, sha256, type DeskWorld } from '../../../tests/support/desk-world'
import { holderHeader } from '../../ui/form/holder'
import { action as putChunk } from './recording-chunk'
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
  expect(await put(0)).toBe('204 1')
})

type Part = { who?: 'samira' | 'mira' | 'nils' | null; sound?: Buffer; headers?: Record<string, string> }
async function put(number: number, { who = 'samira', sound = second(number), headers = {} }: Part = {}) {
  const answer = await world.ask(who, putChunk, {
    params: { recordingId, number: String(number) },
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream', 'X-Sound-SHA256': sha256(sound), ...headers },
    body: new Uint8Array(sound),
  })
  return `${answer.status} ${answer.headers.get('X-Next-Number') ?? ''}`.trim()
}

const change = (set: string) =>
  world.stories.owner.query(`update recording set ${set} where id = $1`, [recordingId])

test('what follows a part is stored without asking for the key again', async () => {
  await change(`key_encrypted = '\\x00'`)
  expect(await put(1)).toBe('204 2')
  expect(await put(1)).toBe('204 2')
  expect(await put(3)).toBe('202 2')
})

test('what follows under a number that is taken is refused, and only that', async () => {
  expect(await put(0, { sound: second(7) })).toBe('409 1')
  expect(await put(1)).toBe('204 2')
})

test('what follows is turned down as the first part would be', async () => {
  expect(await put(1, { headers: { 'Content-Type': 'audio/wav' } })).toBe('415')
  expect(await put(1, { headers: { 'X-Sound-SHA256': sha256(second(9)) } })).toBe('400')
  expect(await put(1, { sound: Buffer.alloc(3) })).toBe('400')
})

test('nobody else stores what follows, and not on a page that was drawn for somebody else', async () => {
  expect(await put(1, { who: 'mira' })).toBe('404')
  expect(await put(1, { who: 'nils' })).toBe('404')
  expect(await put(1, { who: null })).toBe('303')
  expect(await put(1, { headers: { [holderHeader]: world.markOf('mira') } })).toBe('403')
})

test('nothing follows in sound that was erased, or in a recording that became another’s', async () => {
  await change(`key_encrypted = null, erased_at = now(), erased_because = 'overdue'`)
  expect(await put(1)).toBe('410 1')
  await change(`author_id = (select id from staff_member where id <> author_id limit 1)`)
  expect(await put(1)).toBe('404')
})

test('nothing follows when the session has ended', async () => {
  await world.stories.owner.query('delete from session')
  expect(await put(1)).toBe('303')
})
