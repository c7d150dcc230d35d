import { expect, test } from 'vitest'
import { createChunkCutter } from './chunk-cutter'

const rate = 16_000
const tone = (seconds: number, loudness: number) =>
  Float32Array.from({ length: seconds * rate }, (_, at) => loudness * Math.sin(at / 8))

/** How many quarters each chunk has, when sound comes as a browser gives it. */
function quartersOf(...sounds: Float32Array[]): number[] {
  const cutter = createChunkCutter()
  const whole = Float32Array.from(sounds.flatMap((sound) => [...sound]))
  const chunks: number[] = []
  for (let at = 0; at < whole.length; at += 128)
    chunks.push(...cutter.push(whole.subarray(at, at + 128)).map(({ length }) => length / 4_000))
  const rest = cutter.end()
  return rest ? [...chunks, rest.length / 4_000] : chunks
}

test('while somebody speaks, chunks are a second long', () => {
  expect(quartersOf(tone(0.5, 0.002), tone(5.5, 0.3))).toEqual([4, 4, 4, 4, 4, 4])
})

test('where somebody stops speaking, each quarter is sent by itself for a second, then whole seconds again', () => {
  expect(quartersOf(tone(1, 0.002), tone(2, 0.3), tone(4, 0.002))).toEqual([4, 4, 4, 1, 1, 1, 1, 4, 4, 4])
})

test('a loud room is not taken for a voice, and a voice in it is heard', () => {
  expect(quartersOf(tone(4, 0.05))).toEqual([4, 4, 4, 4])
  expect(quartersOf(tone(1, 0.05), tone(2, 0.3), tone(2, 0.05))).toEqual([4, 4, 4, 1, 1, 1, 1, 4])
})

test('nothing is lost where it is cut, and what is left at the end is the last chunk', () => {
  const sound = [tone(1, 0.001), tone(1.1, 0.4), tone(0.9, 0), tone(0.6, 0.3)]
  const samples = sound.flatMap((each) => [...each])
  const cutter = createChunkCutter()
  const chunks = [...cutter.push(Float32Array.from(samples)), cutter.end()!]
  expect(chunks.flatMap((chunk) => [...chunk])).toEqual([
    ...Int16Array.from(samples, (sample) => Math.round(sample * 32_767)),
  ])
  expect(cutter.end()).toBeNull()
})

test('what is louder than can be is cut off at the top', () => {
  expect(createChunkCutter().push(new Float32Array(rate).fill(2))[0]![0]).toBe(32_767)
})
