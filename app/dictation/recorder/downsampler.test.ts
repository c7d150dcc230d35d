import { expect, test } from 'vitest'
import { createDownsampler } from './downsampler'

const blockLength = 128

function streamed(sound: Float32Array, from: number): Float32Array {
  const downsampler = createDownsampler(from, 16_000)
  const out: number[] = []
  for (let at = 0; at < sound.length; at += blockLength) {
    out.push(...downsampler.push(sound.subarray(at, at + blockLength)))
  }
  out.push(...downsampler.end())
  return Float32Array.from(out)
}

const tone = (hertz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate))

const rms = (sound: Float32Array) => Math.sqrt(sound.reduce((sum, x) => sum + x * x, 0) / sound.length)

test.each([48_000, 44_100])('a minute at %i Hz is a minute at 16 kHz, to the sample', (rate) => {
  expect(streamed(tone(440, rate, 60), rate)).toHaveLength(16_000 * 60)
})

test.each([48_000, 44_100, 8_000])('nothing is heard where blocks of %i Hz meet', (rate) => {
  const out = streamed(tone(440, rate, 3), rate)
  // Not at the edges, where the tone starts and ends.
  const expected = tone(440, 16_000, 3)
  const worst = Math.max(...out.slice(800, -800).map((sample, i) => Math.abs(sample - expected[i + 800]!)))
  expect(20 * Math.log10(worst / 0.5)).toBeLessThan(-55)
})

test.each([
  [48_000, 9_000],
  [48_000, 15_000],
  [48_000, 23_000],
  [44_100, 9_000],
  [44_100, 20_000],
])('of what %i Hz carries above the new band, %i Hz does not fold back', (rate, hertz) => {
  const out = streamed(tone(hertz, rate, 2), rate).slice(800, -800)
  expect(20 * Math.log10(rms(out) / rms(tone(hertz, rate, 2)))).toBeLessThan(-40)
})

test('sound shorter than a stretch comes out at the end', () => {
  const downsampler = createDownsampler(48_000, 16_000)
  expect(downsampler.push(tone(440, 48_000, 1).slice(0, 300))).toHaveLength(0)
  expect(downsampler.end()).toHaveLength(100)
})
