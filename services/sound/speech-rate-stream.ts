import { resample } from '../../app/dictation/speech/resample.ts'
import { SPEECH_RATE } from '../../app/dictation/speech/wav.ts'

export type DecodedSound = { channelData: Float32Array[]; sampleRate: number }

/** Gives 16 kHz mono, about ten seconds at a time. */
export type SpeechRateStream = { push(sound: DecodedSound): Float32Array[]; finish(): Float32Array[] }

/** The filter needs the seconds around a block, or the seams would be heard. */
const BLOCK_SECONDS = 10
const AROUND_SECONDS = 1

export function speechRateStream(): SpeechRateStream {
  let rate = 0
  let kept = new Float32Array(0)
  let hasBefore = false

  const resampled = (upTo: number): Float32Array => {
    const before = hasBefore ? AROUND_SECONDS : 0
    const at16 = resample(kept.slice(0, upTo + AROUND_SECONDS * rate), rate, SPEECH_RATE)
    const samples = Math.floor(((upTo - before * rate) * SPEECH_RATE) / rate)
    const sound = at16.slice(before * SPEECH_RATE, before * SPEECH_RATE + samples)
    kept = kept.slice(Math.max(0, upTo - AROUND_SECONDS * rate))
    hasBefore = true
    return sound
  }
  return {
    push: (sound) => {
      const mono = monoOf(sound.channelData)
      if (mono.length === 0) return []
      if (rate !== 0 && sound.sampleRate !== rate) throw new Error('the rate changes within the file')
      rate = sound.sampleRate
      const longer = new Float32Array(kept.length + mono.length)
      longer.set(kept)
      longer.set(mono, kept.length)
      kept = longer
      const ready: Float32Array[] = []
      for (;;) {
        const upTo = ((hasBefore ? AROUND_SECONDS : 0) + BLOCK_SECONDS) * rate
        if (kept.length < upTo + AROUND_SECONDS * rate) return ready
        ready.push(resampled(upTo))
      }
    },
    finish: () => (rate === 0 ? [] : [resampled(kept.length)]),
  }
}

function monoOf(channels: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const mono = new Float32Array(channels[0]?.length ?? 0)
  for (let i = 0; i < mono.length; i++) {
    let sum = 0
    for (const channel of channels) sum += channel[i] ?? 0
    mono[i] = Number.isFinite(sum) ? sum / channels.length : 0
  }
  return mono
}
