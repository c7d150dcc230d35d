import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDictation, type DictationWorld } from '../../tests/support/dictation-world'
import { end } from '../../tests/support/worker-process'
import { secondsOf, spokenNumbers } from '../../tests/support/spoken-numbers'

let world: DictationWorld

beforeAll(async () => {
  world = await openDictation()
})
afterAll(() => world.close())

const until = { timeout: 300_000, interval: 50 }
const stateOf = async (id: string) => (await world.recording(id))['state']
const textsOf = async (versionId: string) => (await world.segments(versionId)).map(({ text }) => text)
const sentences = (count: number) => Array.from({ length: count }, (_, i) => `Mening ${i + 1}.`)

test(
  'killed at twenty moments of dictations, the worker writes down every phrase once, and nothing sent is lost',
  { timeout: 900_000 },
  async () => {
    const count = 4
    const seconds = secondsOf(spokenNumbers(count))
    let worker = await world.startWorker()
    for (let round = 0; round < 20; round++) {
      const versionId = await world.newDraft()
      const { recordingId } = await world.record(versionId)
      // By turns while it is spoken, and while the engine is at one of its phrases.
      const atSecond = round % 2 === 0 ? randomInt(seconds.length) : null
      const atPhrase = randomInt(1, count + 1)
      const held = atSecond === null ? heldAt(recordingId, `Mening ${atPhrase}.`) : null
      for (const [number, second] of seconds.entries()) {
        await world.send(recordingId, number, second)
        if (number === atSecond) worker = await killedAndStarted(worker)
      }
      await world.stop(recordingId, seconds.length - 1)
      if (held) {
        await held.isAsked
        expect(await textsOf(versionId)).toEqual(sentences(atPhrase - 1))
        held.letGo()
        worker = await killedAndStarted(worker)
      }
      await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')

      const moment = atSecond === null ? `phrase ${atPhrase}` : `second ${atSecond}`
      expect(await textsOf(versionId), `killed at ${moment}`).toEqual(sentences(count))
      const stored = await world.owner.query('select from recording_chunk where recording_id = $1', [
        recordingId,
      ])
      expect(stored.rowCount).toBe(seconds.length)
    }
    await end(worker, 'SIGTERM')
    expect(worker.exitCode).toBe(0)
  },
)

/** The engine hears a sentence of a dictation and does not answer, until it is let go: then when it is asked again. */
function heldAt(recordingId: string, sentence: string): { isAsked: Promise<void>; letGo: () => void } {
  const counts = world.engine.answer
  const isAsked = new Promise<void>((resolve) => {
    world.engine.answer = (asked) => {
      const answer = counts(asked) as { text: string }
      if (asked.caller !== recordingId || !answer.text.includes(sentence)) return answer
      resolve()
      return new Promise(() => undefined)
    }
  })
  return { isAsked, letGo: () => void (world.engine.answer = counts) }
}

async function killedAndStarted(worker: ChildProcess): Promise<ChildProcess> {
  await end(worker, 'SIGKILL')
  return world.startWorker()
}

test(
  'an engine that is killed and comes back gets every phrase once, and meanwhile the writer sees that it is away',
  { timeout: 900_000 },
  async () => {
    const worker = await world.startWorker()
    const versionId = await world.newDraft()
    const seconds = secondsOf(spokenNumbers(3))
    const { recordingId } = await world.record(versionId)
    world.engine.model = 'cut'
    for (const [number, second] of seconds.entries()) await world.send(recordingId, number, second)
    await world.stop(recordingId, seconds.length - 1)
    await expect.poll(async () => (await world.recording(recordingId))['problem'], until).toBe('engineAway')
    expect(await world.segments(versionId)).toEqual([])

    world.engine.model = null
    await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
    expect(await textsOf(versionId)).toEqual(sentences(3))
    expect((await world.recording(recordingId))['problem']).toBeNull()
    await end(worker, 'SIGTERM')
  },
)

test(
  'when the database drops its connections the worker goes on, and no phrase is written twice',
  { timeout: 900_000 },
  async () => {
    const worker = await world.startWorker()
    const versionId = await world.newDraft()
    const seconds = secondsOf(spokenNumbers(4))
    const { recordingId } = await world.record(versionId)
    for (const [number, second] of seconds.entries()) {
      if (number % 3 === 2) await dropConnections()
      // The page also sends again what was not confirmed.
      await expect.poll(() => world.send(recordingId, number, second).catch(() => null), until).not.toBeNull()
    }
    await world.stop(recordingId, seconds.length - 1)

    await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
    expect(await textsOf(versionId)).toEqual(sentences(4))
    await end(worker, 'SIGTERM')
  },
)

/** Like a database restart, but only for this login. */
async function dropConnections(): Promise<void> {
  await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usename = 'portal'`,
  )
}

test(
  'a phrase that the engine keeps failing on is kept as sound without text, and the next one is heard',
  { timeout: 900_000 },
  async () => {
    const worker = await world.startWorker()
    const versionId = await world.newDraft()
    const seconds = secondsOf(spokenNumbers(2))
    const counts = world.engine.answer
    world.engine.answer = (asked) => {
      const answer = counts(asked) as { text: string }
      return answer.text === 'Mening 1.' && asked.caller !== 'probe' ? { broken: true } : answer
    }
    const { recordingId } = await world.record(versionId)
    for (const [number, second] of seconds.entries()) await world.send(recordingId, number, second)
    await world.stop(recordingId, seconds.length - 1)

    await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
    expect((await world.segments(versionId)).map(({ kind, text }) => [kind, text])).toEqual([
      ['dropped', ''],
      ['speech', 'Mening 2.'],
    ])
    world.engine.answer = counts
    await end(worker, 'SIGTERM')
  },
)
