import {
  FRAME_SAMPLES,
  type VoiceActivity,
  type VoiceStream,
} from '../../../app/dictation/speech/voice-activity.ts'
import { takeNext, type Phrase } from './join-short.ts'
import { createPhraseCutter, FRAME_MS, type PhraseCutter } from './phrase-cutter.ts'
import type { OpenRecording, RecordingStore, SoundPart } from './recording-store.ts'
import { createSoundAhead, SAMPLES_PER_MS } from './sound-ahead.ts'

export type SpokenPhrase = { start: number; end: number; pcm: Float32Array; probabilities: number[] }
export type NextPart =
  | ({ kind: 'phrase' } & SpokenPhrase)
  | { kind: 'silence'; end: number }
  | { kind: 'gap'; start: number; end: number }
  | { kind: 'end' }
  /** `pausing`: the phrase that comes next if nobody speaks on. `speaking`: what is said of it until now. */
  | { kind: 'wait'; pausing: SpokenPhrase | null; speaking: (() => SpokenPhrase) | null }

export type PhraseReader = {
  next(recording: OpenRecording): Promise<NextPart>
}

type Options = {
  voices: VoiceActivity
  store: RecordingStore
  clock: () => number
  from: number
  partMs: number
}

/** Enough to join phrases, but little memory while no engine answers. */
const AHEAD_MS = 60_000
const PARTS_AT_ONCE = 30
const MISSING_PART_MS = 60_000

export function readPhrases({ voices, store, clock, from, partMs }: Options): PhraseReader {
  const sound = createSoundAhead(from, partMs)
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
    const known = Math.max(0, sound.end - number * partMs) * SAMPLES_PER_MS
    sound.add({ number, pcm })
    await hear(pcm.subarray(known))
  }

  const readOn = async (recording: OpenRecording): Promise<boolean> => {
    const upcoming = Math.floor(sound.end / partMs)
    if (recording.lastNumber !== null && upcoming > recording.lastNumber) return end()
    // Nothing more is here, and nothing that is missing is left out yet.
    if (recording.state === 'recording' && recording.nextNumber <= upcoming) return false
    const parts = await store.readParts(upcoming, PARTS_AT_ONCE)
    const inOrder = wholeParts(parts, { from: upcoming, last: recording.lastNumber, partMs })
    for (const part of inOrder) await add(part)
    if (inOrder.length === 0) {
      if (parts[0] && parts[0].number <= upcoming) return false
      return isLost(recording, upcoming) ? leaveOut(parts[0]?.number ?? recording.lastNumber! + 1) : false
    }
    missing = null
    const [last] = inOrder.slice(-1)
    return last!.number + numbersOf(last!, partMs) - 1 === recording.lastNumber ? end() : true
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
    gap = { start: sound.end, end: upTo * partMs }
    missing = null
    return false
  }

  const spoken = ({ start, end }: Phrase): SpokenPhrase => {
    const frame = (ms: number) => Math.floor((ms - probabilities.from) / FRAME_MS)
    const own = probabilities.list.slice(frame(start), frame(end) + 1)
    return { start, end, pcm: sound.slice(start, end), probabilities: own }
  }

  return {
    next: async (recording) => {
      sound.forget(recording.transcribedTo)
      while (!isEnded && gap === null && sound.end - recording.transcribedTo < AHEAD_MS) {
        if (!(await readOn(recording))) break
      }
      const phrase = takeNext(waiting)
      if (phrase) return { kind: 'phrase', ...spoken(phrase) }
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
      if (isEnded) return { kind: 'end' }
      const [pausing, speaking] = [cutter.pausing(), cutter.speaking()]
      return {
        kind: 'wait',
        pausing: pausing && spoken(pausing),
        speaking: speaking && (() => spoken(speaking)),
      }
    },
  }
}

function numbersOf({ pcm }: SoundPart, partMs: number): number {
  return Math.ceil(pcm.length / (partMs * SAMPLES_PER_MS))
}

type Wanted = { from: number; last: number | null; partMs: number }

/**
 * Parts in a row, from the one that has the number `from`. A short part waits until we know if it is the last, or else
 * gets silence added.
 */
function wholeParts(parts: readonly SoundPart[], { from, last, partMs }: Wanted): SoundPart[] {
  const whole: SoundPart[] = []
  let next = from
  for (const [i, part] of parts.entries()) {
    const { number, pcm } = part
    const after = number + numbersOf(part, partMs)
    const length = (after - number) * partMs * SAMPLES_PER_MS
    const isLast = after - 1 === last
    const isShort = pcm.length < length
    if (number > next || after <= next || (isShort && !isLast && i === parts.length - 1)) break
    const filled = new Float32Array(isLast ? pcm.length : length)
    filled.set(pcm)
    whole.push({ number, pcm: filled })
    next = after
  }
  return whole
}
