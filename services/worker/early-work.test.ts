import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeWav } from '../../app/dictation/speech/wav'
import { openDictation, type DictationWorld } from '../../tests/support/dictation-world'
import { secondsOf, spokenWithPauses } from '../../tests/support/spoken-numbers'

let world: DictationWorld
let answered: (() => void)[] = []

beforeAll(async () => {
  world = await openDictation()
  await world.startWorker()
  // By how long they are: a text tells which sound it is of.
  world.engine.answer = async (asked) => {
    const text = `Ljud av ${(decodeWav(asked.bytes).length / 16_000).toFixed(1)} s.`
    if (asked.caller !== 'probe') await new Promise<void>((answer) => answered.push(answer))
    return { text, language: 'swedish', segments: [], words: [] }
  }
})
afterAll(() => world.close())

const until = { timeout: 300_000, interval: 50 }

async function speak(sound: Float32Array) {
  const versionId = await world.newDraft()
  const { recordingId } = await world.record(versionId, 'live', 250)
  const parts = secondsOf(sound, 0.25)
  let next = 0
  answered = []
  return {
    recordingId,
    stop: () => world.stop(recordingId, parts.length - 1),
    sayTo: async (seconds: number) => {
      for (; next < Math.min(parts.length, seconds * 4); next++)
        await world.send(recordingId, next, parts[next]!)
    },
    asked: () => world.engine.asked.filter(({ caller }) => caller === recordingId).length,
    texts: async () => (await world.segments(versionId)).map(({ text }) => text),
    segments: () => world.segments(versionId),
  }
}

const sentenceSeconds = (spokenWithPauses(0).length - 16_000) / 16_000

test('the engine has begun on a phrase before it is over, and its text is there once it is', async () => {
  const spoken = await speak(spokenWithPauses(3))
  await spoken.sayTo(1 + sentenceSeconds + 0.5)
  await expect.poll(spoken.asked, until).toBe(1)
  answered[0]!()
  expect(await spoken.texts()).toEqual([])

  await spoken.sayTo(Infinity)
  await expect.poll(spoken.texts, until).toHaveLength(1)
  expect(spoken.asked()).toBe(1)
})

test('when somebody speaks on, the engine is called off, and every word is written down once', async () => {
  const pause = 0.5
  const spoken = await speak(spokenWithPauses(pause, 3))
  const { calledOff } = world.engine
  await spoken.sayTo(1 + sentenceSeconds + pause)
  await expect.poll(spoken.asked, until).toBe(1)
  await spoken.sayTo(1 + sentenceSeconds + pause + 1)
  await expect.poll(() => world.engine.calledOff, until).toBe(calledOff + 1)
  // Too late: nobody listens.
  answered[0]!()

  await spoken.sayTo(Infinity)
  await expect.poll(spoken.asked, until).toBe(2)
  answered[1]!()
  await expect.poll(spoken.texts, until).toHaveLength(1)
  const [phrase] = await spoken.segments()
  expect(phrase!.start_ms).toBeLessThan(1_000)
  expect(phrase!.end_ms).toBeGreaterThan(1_000 * (1 + 2 * sentenceSeconds + pause))
  expect(phrase!.text).toBe(`Ljud av ${((phrase!.end_ms - phrase!.start_ms) / 1_000).toFixed(1)} s.`)
})

test('a recording that is stopped in the pause has the text that was begun on, once', async () => {
  const pause = 0.5
  const spoken = await speak(spokenWithPauses(pause))
  await spoken.sayTo(Infinity)
  await expect.poll(spoken.asked, until).toBe(1)
  await spoken.stop()
  answered[0]!()
  await expect.poll(spoken.texts, until).toHaveLength(1)
  const state = async () => (await world.recording(spoken.recordingId))['state']
  await expect.poll(state, until).toBe('transcribed')
  expect(await spoken.texts()).toHaveLength(1)
})
