import { staffAt } from '../../addresses'

/** A stretch of a recording, in seconds. */
export type SoundClip = { recordingId: string; from: number; to: number }

// Long enough before a word to hear how it begins, and after it to hear what it belongs to.
const secondsBefore = 0.7
const secondsAfter = 3

/** The sound of a word, from a little before it. Times are milliseconds of the recording. */
export function clipOfWord(word: { recordingId: string; start: number; end: number }): SoundClip {
  return clip(word, secondsBefore, secondsAfter)
}

/** The sound of a whole phrase. */
export function clipOfPhrase(phrase: { recordingId: string; start: number; end: number }): SoundClip {
  return clip(phrase, secondsBefore, secondsBefore)
}

function clip(
  sound: { recordingId: string; start: number; end: number },
  before: number,
  after: number,
): SoundClip {
  return {
    recordingId: sound.recordingId,
    from: tenths(Math.max(0, sound.start / 1000 - before)),
    to: tenths(sound.end / 1000 + after),
  }
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10

/** Address that plays a clip and stops at its end (Media Fragments URI 1.0). */
export function clipHref({ recordingId, from, to }: SoundClip): string {
  return `${staffAt.recordingSound(recordingId)}#t=${from},${to}`
}
