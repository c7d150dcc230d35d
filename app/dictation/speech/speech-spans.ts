import { FRAME_SAMPLES, type VoiceActivity } from './voice-activity.ts'
import { SPEECH_RATE } from './wav.ts'

/** Seconds. */
export type SpeechSpan = { start: number; end: number }

/** Speech starts at `on` and ends after `silence` seconds below `off`; `padding` is in seconds. */
const GATE = { on: 0.5, off: 0.35, silence: 0.64, padding: 0.2 }
export const FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE

/** One value for every 32 ms (16 kHz mono). The last frame is padded with silence. */
export function speechProbabilities(voices: VoiceActivity, pcm: Float32Array): Promise<number[]> {
  const whole = new Float32Array(Math.ceil(pcm.length / FRAME_SAMPLES) * FRAME_SAMPLES)
  whole.set(pcm)
  return voices.start().push(whole)
}

/** In order, without overlap; empty for silence. */
export async function speechSpans(voices: VoiceActivity, pcm: Float32Array): Promise<SpeechSpan[]> {
  return spansOf(await speechProbabilities(voices, pcm), pcm.length / SPEECH_RATE)
}

export function spansOf(probabilities: readonly number[], seconds: number): SpeechSpan[] {
  const spans: SpeechSpan[] = []
  let [first, last] = [-1, -1]
  const close = () => {
    if (first >= 0) spans.push(padded(first, last, seconds))
    first = -1
  }
  for (const [frame, probability] of probabilities.entries()) {
    if (first < 0 && probability >= GATE.on) first = frame
    if (probability >= GATE.off) last = frame
    if ((frame - last) * FRAME_SECONDS >= GATE.silence) close()
  }
  close()
  return joined(spans)
}

export function voicedSeconds(probabilities: readonly number[], { start, end }: SpeechSpan): number {
  const frames = probabilities.slice(Math.floor(start / FRAME_SECONDS), Math.ceil(end / FRAME_SECONDS))
  return frames.filter((probability) => probability >= GATE.on).length * FRAME_SECONDS
}

/** Engines' times are coarse: a little before and after counts too. */
export function voicedSecondsNear(probabilities: readonly number[], { start, end }: SpeechSpan): number {
  return voicedSeconds(probabilities, { start: Math.max(0, start - GATE.padding), end: end + GATE.padding })
}

function padded(first: number, last: number, seconds: number): SpeechSpan {
  return {
    start: Math.max(0, first * FRAME_SECONDS - GATE.padding),
    end: Math.min(seconds, (last + 1) * FRAME_SECONDS + GATE.padding),
  }
}

function joined(spans: readonly SpeechSpan[]): SpeechSpan[] {
  const apart: SpeechSpan[] = []
  for (const span of spans) {
    const before = apart.at(-1)
    if (before && span.start <= before.end) before.end = span.end
    else apart.push(span)
  }
  return apart
}
