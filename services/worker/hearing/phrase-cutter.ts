/** Milliseconds. */
type Cut = { kind: 'phrase'; start: number; end: number } | { kind: 'silence'; end: number }

export type PhraseCutter = {
  push(probabilities: readonly number[]): Cut[]
  finish(end: number): Cut[]
  /** The open phrase as it will be cut if nobody speaks on; null while somebody speaks. */
  pausing(): { start: number; end: number } | null
  /** The open phrase until now, while somebody speaks. */
  speaking(): { start: number; end: number } | null
}

export const FRAME_MS = 32
/** Milliseconds. Speech begins at `on`, may be over after `pause` below `off` and is after `silence`. */
const RULE = {
  on: 0.5,
  off: 0.35,
  silence: 640,
  pause: 250,
  padding: 200,
  longest: 25_000,
  weakestWithin: 5_000,
}
/** Moves the transcript on, so a restart does not read hours again. */
const SILENCE_STEP = 5_000

/** Takes one probability for each 32 ms. `from` is in milliseconds. */
export function createPhraseCutter(from: number): PhraseCutter {
  let now = from
  let done = from
  let begun: number | null = null
  let voicedUntil = from
  let recent: number[] = []

  const phrase = (start: number, end: number): Cut => {
    done = end
    return { kind: 'phrase', start, end }
  }
  const silence = (end: number): Cut => {
    done = end
    return { kind: 'silence', end }
  }
  const listen = (probability: number): Cut[] => {
    if (probability >= RULE.on) {
      begun = Math.max(done, now - FRAME_MS - RULE.padding)
      voicedUntil = now
      recent = []
      return []
    }
    return now - done >= SILENCE_STEP + RULE.padding ? [silence(now - RULE.padding)] : []
  }
  const follow = (probability: number, start: number): Cut[] => {
    if (probability >= RULE.off) voicedUntil = now
    recent.push(probability)
    if (recent.length * FRAME_MS > RULE.weakestWithin) recent.shift()
    if (now - voicedUntil >= RULE.silence) {
      begun = null
      return [phrase(start, Math.min(now, voicedUntil + RULE.padding))]
    }
    if (now - start < RULE.longest) return []
    const cut = now - (recent.length - weakest(recent)) * FRAME_MS + FRAME_MS / 2
    begun = cut
    return [phrase(start, cut)]
  }

  const isPausing = () => now - voicedUntil >= RULE.pause

  return {
    push: (probabilities) =>
      probabilities.flatMap((probability) => {
        now += FRAME_MS
        return begun === null ? listen(probability) : follow(probability, begun)
      }),
    finish: (end) => {
      const cuts: Cut[] = []
      if (begun !== null) cuts.push(phrase(begun, Math.max(begun, Math.min(end, voicedUntil + RULE.padding))))
      begun = null
      if (done < end) cuts.push(silence(end))
      return cuts
    },
    pausing: () => {
      if (begun === null || !isPausing()) return null
      return { start: begun, end: voicedUntil + RULE.padding }
    },
    speaking: () => (begun === null || isPausing() ? null : { start: begun, end: now }),
  }
}

function weakest(probabilities: readonly number[]): number {
  const around = (i: number) =>
    (probabilities[i - 1] ?? 1) + 2 * (probabilities[i] ?? 1) + (probabilities[i + 1] ?? 1)
  return probabilities.reduce((best, _, i) => (around(i) <= around(best) ? i : best), 0)
}
