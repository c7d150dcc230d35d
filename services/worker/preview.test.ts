import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPreview, type Preview } from '../../app/dictation/recording/preview'
import { openDictation, type DictationWorld } from '../../tests/support/dictation-world'
import { secondsOf, spokenWithPauses } from '../../tests/support/spoken-numbers'
import { tablesWith } from '../../tests/support/tables-with'

let world: DictationWorld
let listener: pg.Client
let payloads: string[] = []
let waiting: (() => void)[] = []

const written = (text: string) => ({ text, language: 'swedish', segments: [], words: [] })
const until = { timeout: 300_000, interval: 50 }

beforeAll(async () => {
  world = await openDictation()
  listener = new pg.Client({ connectionString: world.urls.portalUrl })
  await listener.connect()
  listener.on('notification', ({ payload }) => payloads.push(payload ?? ''))
  await listener.query('listen recording_event')
  await world.startWorker({ PREVIEW_MAX_DELAY_MS: '10000' })
})
afterAll(async () => {
  await listener.end()
  await world.close()
})
beforeEach(() => {
  for (const go of waiting) go()
  payloads = []
  waiting = []
  Object.assign(world.engine, { previewsAsked: [], previewsCalledOff: 0 })
  world.engine.preview = () => written('Hemligt hittills.')
  world.engine.answer = () => written('Färdig text.')
})

const untilTold = () => new Promise<void>((go) => waiting.push(go))

async function speak(sound: Float32Array) {
  const versionId = await world.newDraft()
  const { recordingId, key } = await world.record(versionId, 'live', 250)
  const parts = secondsOf(sound, 0.25)
  let next = 0
  const sayTo = async (seconds: number) => {
    for (; next < Math.min(parts.length, seconds * 4); next++)
      await world.send(recordingId, next, parts[next]!)
  }
  return {
    recordingId,
    sayTo,
    /** Speaks on at the pace of speech, but for the silence at the end, until it is so. */
    sayUntil: (isSo: () => boolean) =>
      expect
        .poll(async () => {
          await sayTo(Math.min((next + 1) / 4, wordsEnd))
          return isSo() || next / 4 >= wordsEnd
        }, atPaceOfSpeech)
        .toBe(true),
    texts: async () => (await world.segments(versionId)).map(({ text }) => text),
    previews: () => world.engine.previewsAsked.filter(({ caller }) => caller === recordingId).length,
    told: (): (Preview | null)[] =>
      payloads.flatMap((payload) => {
        const [id, sealed] = payload.split(' ')
        return id === recordingId && sealed ? [openPreview(key, sealed)] : []
      }),
  }
}

const sentence = (spokenWithPauses(0).length - 16_000) / 16_000
/** Without a pause in which a phrase could be over, but for its end. */
const sentences = 8
const wordsEnd = 1 + sentences * sentence
const longPhrase = () => spokenWithPauses(...Array.from({ length: sentences - 1 }, () => 0), 3)
const atPaceOfSpeech = { timeout: 300_000, interval: 250 }

test('while somebody speaks the words so far are told, sealed, and are kept nowhere', async () => {
  const spoken = await speak(longPhrase())
  await spoken.sayUntil(() => spoken.told().length > 0)
  expect(spoken.told()).not.toEqual([])
  const [preview] = spoken.told()
  expect(preview!.text).toBe('Hemligt hittills.')
  expect(preview!.start).toBeLessThan(1_000)
  expect(payloads.join()).not.toContain('Hemligt')
  expect(await spoken.texts()).toEqual([])

  await spoken.sayTo(Infinity)
  await expect.poll(spoken.texts, until).toEqual(['Färdig text.'])
  expect(await tablesWith(world.owner, 'Färdig text.')).toContain('transcript_segment')
  expect(await tablesWith(world.owner, 'Hemligt hittills.')).toEqual([])
})

test('nothing is asked of an open phrase while another one waits for its text', async () => {
  const one = await speak(spokenWithPauses(3))
  world.engine.answer = async () => {
    await untilTold()
    return written('Färdig text.')
  }
  world.engine.preview = null
  await one.sayTo(Infinity)
  await expect.poll(() => waiting.length, until).toBe(1)

  const other = await speak(longPhrase())
  await other.sayUntil(() => false)
  await other.sayTo(Infinity)
  await expect.poll(() => waiting.length, until).toBe(2)
  expect(other.previews()).toBe(0)
})

test('a phrase that is over is asked for at once, and its preview is called off and told to nobody', async () => {
  world.engine.preview = async () => {
    await untilTold()
    return written('Hemligt hittills.')
  }
  const spoken = await speak(longPhrase())
  await spoken.sayUntil(() => spoken.previews() === 1)
  expect(spoken.previews()).toBe(1)
  await spoken.sayTo(Infinity)
  await expect.poll(spoken.texts, until).toEqual(['Färdig text.'])
  expect(world.engine.previewsCalledOff).toBe(1)
  expect(spoken.told()).toEqual([])
})

test('the preview of a phrase in which there turns out to be no text is taken away', async () => {
  world.engine.answer = () => written('')
  const spoken = await speak(longPhrase())
  await spoken.sayUntil(() => spoken.told().length > 0)
  expect(spoken.told()).not.toEqual([])
  await spoken.sayTo(Infinity)
  await expect.poll(() => spoken.told().at(-1), until).toBeNull()
})
