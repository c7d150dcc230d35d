import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { spansOf, speechProbabilities, speechSpans, voicedSeconds } from './speech-spans.ts'
import { createVoiceActivity, FRAME_SAMPLES, type VoiceActivity } from './voice-activity.ts'
import { decodeWav } from './wav.ts'

const pcm = decodeWav(readFileSync(new URL('../../../tests/speech/note.wav', import.meta.url)))
let voices: VoiceActivity

beforeAll(async () => {
  voices = await createVoiceActivity()
})

test('a spoken note has speech where it is spoken, with 0.2 s around it', async () => {
  const silence = new Float32Array(2 * 16_000)
  const spans = await speechSpans(voices, joined(silence, pcm, silence))
  expect(spans).toHaveLength(1)
  expect(spans[0]!.start).toBeCloseTo(1.85, 0)
  expect(spans[0]!.end).toBeCloseTo(2 + pcm.length / 16_000, 0)
})

test('a pause of more than 0.64 s parts two stretches', async () => {
  const spans = await speechSpans(voices, joined(pcm, new Float32Array(1.5 * 16_000), pcm))
  expect(spans).toHaveLength(2)
  expect(spans[1]!.start).toBeGreaterThan(spans[0]!.end)
})

test.each([
  ['digital silence', () => 0],
  ['faint noise', noise(0.01)],
  ['loud noise', noise(0.2)],
  ['the hum of the mains', (i: number) => 0.1 * Math.sin((2 * Math.PI * 50 * i) / 16_000)],
])('nobody speaks in %s', async (_what, sample) => {
  expect(
    await speechSpans(
      voices,
      Float32Array.from({ length: 8 * 16_000 }, (_, i) => sample(i)),
    ),
  ).toEqual([])
})

describe('a stream', () => {
  test('answers alike however its sound is cut, in order, although nobody waits', async () => {
    const whole = await voices.start().push(pcm)
    const stream = voices.start()
    const pushes: Promise<number[]>[] = []
    for (let at = 0; at < pcm.length; at += 1_000) pushes.push(stream.push(pcm.subarray(at, at + 1_000)))
    expect((await Promise.all(pushes)).flat()).toEqual(whole)
    expect(whole).toHaveLength(Math.floor(pcm.length / FRAME_SAMPLES))
  })

  test('hears nothing of another one', async () => {
    const [quiet, loud] = [voices.start(), voices.start()]
    const silence = new Float32Array(pcm.length)
    const [heard] = await Promise.all([quiet.push(silence), loud.push(pcm)])
    expect(heard).toEqual(await voices.start().push(silence))
  })
})

test('voiced seconds are counted within a stretch', async () => {
  const probabilities = await speechProbabilities(voices, pcm)
  expect(voicedSeconds(probabilities, { start: 0, end: 3 })).toBeGreaterThan(2)
  expect(voicedSeconds([0.9, 0.9, 0.1, 0.9], { start: 0.032, end: 0.096 })).toBeCloseTo(0.032)
})

test('speech begins at 0.5, goes on above 0.35 and ends after 0.64 s below it', () => {
  const frames = [
    ...Array<number>(10).fill(0.4),
    0.5,
    ...Array<number>(40).fill(0.36),
    ...Array<number>(40).fill(0.3),
  ]
  const [span] = spansOf(frames, frames.length * 0.032)
  expect(span!.start).toBeCloseTo(10 * 0.032 - 0.2)
  expect(span!.end).toBeCloseTo(51 * 0.032 + 0.2)
})

function noise(height: number): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return height * ((2 * state) / 2_147_483_647 - 1)
  }
}

function joined(...sounds: Float32Array[]): Float32Array {
  return Float32Array.from(sounds.flatMap((sound) => [...sound]))
}
