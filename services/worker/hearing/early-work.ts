import type { AsrResult } from '../engine/asr.ts'

type Stretch = { start: number; end: number }
type Work = (signal: AbortSignal) => Promise<AsrResult>

/** The text of a phrase that may be over, asked for while somebody may still speak on. */
export type EarlyWork = {
  /** Begins on it unless it has. What was begun on anything else is called off. */
  begin(phrase: Stretch, work: Work): void
  callOff(): void
  /** What was begun on exactly this phrase, once. Null when nothing was, or it failed; anything else is called off. */
  take(phrase: Stretch): Promise<AsrResult | null>
}

export function createEarlyWork(): EarlyWork {
  let begun: (Stretch & { result: Promise<AsrResult | null>; calledOff: AbortController }) | null = null
  const isOn = ({ start, end }: Stretch) => begun?.start === start && begun.end === end
  const callOff = () => {
    begun?.calledOff.abort(new Error('somebody speaks on'))
    begun = null
  }
  return {
    callOff,
    begin: (phrase, work) => {
      if (isOn(phrase)) return
      callOff()
      const calledOff = new AbortController()
      const { start, end } = phrase
      // What has failed is asked for again when the phrase is over.
      begun = { start, end, calledOff, result: work(calledOff.signal).catch(() => null) }
    },
    take: async (phrase) => {
      if (!isOn(phrase)) callOff()
      const result = begun?.result ?? null
      begun = null
      return result
    },
  }
}
