import {
  FRAME_SAMPLES,
  type VoiceActivity,
  type VoiceStream,
} from '../../../app/dictation/speech/voice-activity.ts'
import { takeNext, type Phrase } from './join-short.ts'
import { createPhraseCutter, FRAME_MS, type PhraseCutter } from './phrase-cutter.ts'
import type { OpenRecording, RecordingStore, SoundPart } from './recording-store.ts'
import { createSoundAhead, PART_MS, SAMPLES_PER_MS } from './sound-ahead.ts'

export type NextPart =
  | { kind: 'phrase'; start: number; end: number; pcm: Float32Array; probabilities: number[] }
  | { kind: 'silence'; end: number }
  | { kind: 'gap'; start: number; end: number }
  | { kind: 'end' }
  | { kind: 'wait' }

export type PhraseReader = {
  next(recording: OpenRecording): Promise<NextPart>
}

type Options = { voices: VoiceActivity; store: RecordingStore; clock: () => number; from: number }

/** Enough to join phrases, but little memory while no engine answers. */
const AHEAD_MS = 60_000
const PARTS_AT_ONCE = 30
const MISSING_PART_MS = 60_000

export function readPhrases({ voices, store, clock, from }: Options): PhraseReader {
  const sound = createSoundAhead(from)
  let voice: VoiceStream = voices.start()
  let cutter: PhraseCutter = createPhraseCutter(from)
  let probabilities = { from, list: [] as number[] }
  const waiting: Phrase[] = []
  let silentTo: number | null = null
  let gap: { start: number; end: number } | null = null
  let missing: { since: number } | null = null
  let isEnded = false

  const keep = (cuts: ReturnType<PhraseCutter['finish']>) => {
    for (const cut of cuts) {
      if (cut.kind === 'phrase') waiting.push({ start: cut.start, end: cut.end })
      silentTo = cut.kind === 'silence' ? cut.end : null
    }
  }
  const hear = async (pcm: Float32Array) => {
    const heard = await voice.push(pcm)
    probabilities.list.push(...heard)
    keep(cutter.push(heard))
  }
  const complete = async () => {
    await hear(new Float32Array(FRAME_SAMPLES - 1))
    keep(cutter.finish(sound.end))
  }
  const beginAt = (ms: number) => {
    sound.skipTo(ms)
    voice = voices.start()
    cutter = createPhraseCutter(ms)
    probabilities = { from: ms, list: [] }
  }
  const add = async ({ number, pcm }: SoundPart) => {
    // After a restart we may begin inside a part that is half written down.
    const known = Math.max(0, sound.end - number * PART_MS) * SAMPLES_PER_MS
    sound.add({ number, pcm })
    await hear(pcm.subarray(known))
  }

  const readOn = async (recording: OpenRecording): Promise<boolean> => {
    const upcoming = Math.floor(sound.end / PART_MS)
    if (recording.lastNumber !== null && upcoming > recording.lastNumber) return end()
    const parts = await store.readParts(upcoming, PARTS_AT_ONCE)
    const inOrder = wholeParts(parts, upcoming, recording.lastNumber)
    for (const part of inOrder) await add(part)
    if (inOrder.length === 0) {
      if (parts[0]?.number === upcoming) return false
      return isLost(recording, upcoming) ? leaveOut(parts[0]?.number ?? recording.lastNumber! + 1) : false
    }
    missing = null
    return inOrder.at(-1)!.number === recording.lastNumber ? end() : true
  }
  const end = async (): Promise<boolean> => {
    if (!isEnded) await complete()
    isEnded = true
    return false
  }
  /** The page has sent all it has, or we waited long enough. */
  const isLost = (recording: OpenRecording, number: number): boolean => {
    if (recording.state !== 'stopped' || recording.lastNumber === null) return false
    if (recording.nextNumber > number) return true
    missing ??= { since: clock() }
    return clock() - missing.since >= MISSING_PART_MS
  }
  const leaveOut = async (upTo: number): Promise<boolean> => {
    await complete()
    gap = { start: sound.end, end: upTo * PART_MS }
    missing = null
    return false
  }

  return {
    next: async (recording) => {
      sound.forget(recording.transcribedTo)
      while (!isEnded && gap === null && sound.end - recording.transcribedTo < AHEAD_MS) {
        if (!(await readOn(recording))) break
      }
      const phrase = takeNext(waiting)
      if (phrase) {
        const frame = (ms: number) => Math.floor((ms - probabilities.from) / FRAME_MS)
        const own = probabilities.list.slice(frame(phrase.start), frame(phrase.end) + 1)
        return { kind: 'phrase', ...phrase, pcm: sound.slice(phrase.start, phrase.end), probabilities: own }
      }
      if (silentTo !== null && silentTo > recording.transcribedTo) {
        const to = silentTo
        silentTo = null
        return { kind: 'silence', end: to }
      }
      if (gap) {
        const lost = gap
        gap = null
        beginAt(lost.end)
        return { kind: 'gap', ...lost }
      }
      return isEnded ? { kind: 'end' } : { kind: 'wait' }
    },
  }
}

const PART_SAMPLES = PART_MS * SAMPLES_PER_MS

/** Seconds in a row. A short part waits until we know if it is the last, or else gets silence added. */
function wholeParts(parts: readonly SoundPart[], from: number, last: number | null): SoundPart[] {
  const whole: SoundPart[] = []
  for (const [i, { number, pcm }] of parts.entries()) {
    const isShort = pcm.length < PART_SAMPLES
    if (number !== from + i || (isShort && number !== last && i === parts.length - 1)) break
    const second = new Float32Array(number === last ? Math.min(pcm.length, PART_SAMPLES) : PART_SAMPLES)
    second.set(pcm.subarray(0, second.length))
    whole.push({ number, pcm: second })
  }
  return whole
}
