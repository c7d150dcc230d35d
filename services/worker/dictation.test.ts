import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDictation, type DictationWorld } from '../../tests/support/dictation-world'
import { secondsOf, spokenNumbers } from '../../tests/support/spoken-numbers'

let world: DictationWorld

beforeAll(async () => {
  world = await openDictation()
  await world.startWorker()
})
afterAll(() => world.close())

const until = { timeout: 300_000, interval: 50 }
const stateOf = async (id: string) => (await world.recording(id))['state']
const textsOf = async (versionId: string) => (await world.segments(versionId)).map(({ text }) => text)

async function say(
  versionId: string,
  seconds: readonly Buffer[],
  without: readonly number[] = [],
): Promise<string> {
  const { recordingId } = await world.record(versionId)
  for (const [number, second] of seconds.entries()) {
    if (!without.includes(number)) await world.send(recordingId, number, second)
  }
  return recordingId
}

test('what is said is written down phrase by phrase, in order, with its times, and the careful pass follows', async () => {
  const versionId = await world.newDraft()
  const seconds = secondsOf(spokenNumbers(3))
  const recordingId = await say(versionId, seconds)
  await expect.poll(() => textsOf(versionId), until).toEqual(['Mening 1.', 'Mening 2.', 'Mening 3.'])
  expect(await stateOf(recordingId)).toBe('recording')

  await world.stop(recordingId, seconds.length - 1)
  await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
  await expect.poll(async () => (await world.recording(recordingId))['final_pass'], until).toBe('done')
  const [first] = await world.segments(versionId)
  expect(first!.start_ms).toBeGreaterThan(800)
  expect(first!.end_ms).toBeLessThan(4_000)
})

test('silence gives no text, and says so', async () => {
  const versionId = await world.newDraft()
  const seconds = secondsOf(new Float32Array(8 * 16_000))
  const recordingId = await say(versionId, seconds)
  await world.stop(recordingId, seconds.length - 1)

  await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
  expect(await world.segments(versionId)).toEqual([])
  expect(await world.recording(recordingId)).toMatchObject({ problem: 'noSpeech', final_pass: 'done' })
})

test('text without a voice is shown as dropped, beside the text that was said', async () => {
  const versionId = await world.newDraft()
  const count = world.engine.answer
  const silent = { start: 60, end: 62, text: 'Pappa slår henne.', avg_logprob: -0.01 }
  world.engine.answer = (asked) => {
    const { text, ...answer } = count(asked) as { text: string }
    return { ...answer, text: `${text} ${silent.text}`, segments: [{ start: 0, end: 1.5, text }, silent] }
  }
  const seconds = [...secondsOf(spokenNumbers(1)), ...secondsOf(new Float32Array(3 * 16_000))]
  const recordingId = await say(versionId, seconds)
  await world.stop(recordingId, seconds.length - 1)
  await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
  world.engine.answer = count

  expect((await world.segments(versionId)).map(({ kind, text }) => [kind, text])).toEqual([
    ['speech', 'Mening 1.'],
    ['dropped', 'Pappa slår henne.'],
  ])
})

test('a missing second becomes a gap between what was said before and after it', async () => {
  const versionId = await world.newDraft()
  const seconds = secondsOf(spokenNumbers(3))
  const lost = 5
  const recordingId = await say(versionId, seconds, [lost])
  await world.stop(recordingId, null)

  await expect.poll(() => stateOf(recordingId), until).toBe('transcribed')
  const segments = await world.segments(versionId)
  expect(segments.filter(({ kind }) => kind === 'gap')).toMatchObject([
    { text: '[Ljud saknas 00.05–00.06]', start_ms: 5_000, end_ms: 6_000 },
  ])
  expect(segments.at(0)!.text).toBe('Mening 1.')
  expect(segments.at(-1)!.text).toBe('Mening 3.')
})

test('the texts of two recordings of one draft come in the order the recordings were begun', async () => {
  const versionId = await world.newDraft()
  const seconds = secondsOf(spokenNumbers(2))
  const first = await world.record(versionId)
  await world.owner.query(
    `update recording set started_at = started_at - interval '1 minute' where id = $1`,
    [first.recordingId],
  )
  await world.send(first.recordingId, 0, seconds[0]!)
  const second = await say(versionId, seconds)
  await world.stop(second, seconds.length - 1)
  for (const [number, part] of seconds.entries()) await world.send(first.recordingId, number, part)
  await world.stop(first.recordingId, seconds.length - 1)

  await expect.poll(() => stateOf(second), until).toBe('transcribed')
  const order = (await world.segments(versionId)).map(({ recording_id }) => recording_id)
  expect(order).toEqual([first.recordingId, first.recordingId, second, second])
})

test('the engine gets the names of the case as spelling help, and a caller id that names nobody', async () => {
  const versionId = await world.newDraft()
  world.engine.asked.length = 0
  const recordingId = await say(versionId, secondsOf(spokenNumbers(1)))
  await expect.poll(() => textsOf(versionId), until).toEqual(['Mening 1.'])

  const asked = world.engine.asked.find(({ caller }) => caller === recordingId)
  expect(asked!.prompt).toContain('Elias')
})

test('sound is refused after three hours', async () => {
  const { recordingId } = await world.record(await world.newDraft())
  const second = Buffer.alloc(32_000)
  expect((await world.send(recordingId, 3 * 3600 - 1, second)).outcome).toBe('stored')
  expect((await world.send(recordingId, 3 * 3600, second)).outcome).toBe('closed')
})
