import { staffAt } from '../../addresses'

/** Seconds. */
export type SoundClip = { recordingId: string; from: number; to: number }

// Enough to hear how a word begins and what it belongs to.
const secondsBefore = 0.7
const secondsAfter = 3

/** Milliseconds. */
export function clipOfWord(word: { recordingId: string; start: number; end: number }): SoundClip {
  return clip(word, secondsBefore, secondsAfter)
}

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

/** Media Fragments URI 1.0: stops at the end of the clip. */
export function clipHref({ recordingId, from, to }: SoundClip): string {
  return `${staffAt.recordingSound(recordingId)}#t=${from},${to}`
}
