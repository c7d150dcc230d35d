import { resample } from '../speech/resample.ts'

type Sound = Float32Array<ArrayBuffer>

export type Downsampler = {
  push: (block: Float32Array) => Sound
  end: () => Sound
}

/** Filters each stretch with its neighbours, in whole periods: no clicks, no sample gained or lost. */
export function createDownsampler(from: number, to: number): Downsampler {
  const divisor = greatestCommonDivisor(from, to)
  const period = from / divisor
  const outPeriod = to / divisor
  const margin = period * Math.ceil(Math.ceil(Math.max(1, from / to) * 32) / period)
  const stretch = period * Math.ceil(from / 10 / period)
  const toOut = (samples: number) => (samples / period) * outPeriod
  let held: Sound = new Float32Array(margin)
  let [taken, given] = [0, 0]

  const filtered = (samples: number) => {
    const out = resample(held.slice(0, margin + samples + margin), from, to)
    return out.slice(toOut(margin), toOut(margin) + toOut(samples))
  }
  return {
    push: (block) => {
      held = joined(held, block)
      taken += block.length
      const pieces: Sound[] = []
      while (held.length >= margin + stretch + margin) {
        pieces.push(filtered(stretch))
        held = held.slice(stretch)
      }
      const out = joined(...pieces)
      given += out.length
      return out
    },
    end: () => {
      const rest = Math.floor((taken * to) / from) - given
      const periods = Math.ceil(Math.max(0, held.length - margin) / period)
      held = joined(held, new Float32Array(margin + period))
      return filtered(periods * period).slice(0, Math.max(0, rest))
    },
  }
}

function joined(...parts: readonly Float32Array[]): Sound {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
