import { acceptFinal } from '../../dictation/text/accept-final.ts'
import { merging } from '../../dictation/text/merge-draft.ts'
import { stepsInTurns } from '../../text/give-way.ts'
import type { Steps } from '../../text/steps.ts'
import type { Phrase } from '../draft/phrases.ts'
import { clipOfPhrase, type SoundClip } from './sound-clip.ts'

export type FinalDifference = {
  number: number
  liveText: string
  finalText: string
  decided: 'accepted' | 'rejected' | null
  /** Edited by hand: never overwritten. */
  isFrozen: boolean
  sound: SoundClip | null
}

export const finalDifferences = (draft: string, phrases: readonly Phrase[]): Promise<FinalDifference[]> =>
  stepsInTurns(comparing(draft, phrases))

function* comparing(draft: string, phrases: readonly Phrase[]): Steps<FinalDifference[]> {
  const differences: FinalDifference[] = []
  // The text that each phrase continues, as it was heard live: as much of it as matters.
  let before = ''
  for (const [at, phrase] of phrases.entries()) {
    const isContinued = phrase.kind !== 'dropped' && at < phrases.length - 1
    if (!isContinued && phrase.finalText === null) continue
    const live = yield* append(before, phrase, phrase.text)
    if (phrase.finalText !== null) {
      const liveText = addedTo(before, live, phrase.text)
      const final = yield* append(before, phrase, phrase.finalText)
      const finalText = addedTo(before, final, phrase.finalText)
      differences.push({
        number: phrase.number,
        liveText,
        finalText,
        decided: phrase.finalDecided,
        isFrozen: phrase.finalDecided === null && acceptFinal(draft, liveText, finalText) === null,
        sound: phrase.hasSound ? clipOfPhrase(phrase) : null,
      })
    }
    if (isContinued) before = live.slice(-reach)
    yield
  }
  return differences
}

/** Text dropped as noise. `isPutIn`: put back by hand. */
export type DroppedPhrase = { number: number; text: string; sound: SoundClip | null; isPutIn: boolean }

export function droppedPhrases(phrases: readonly Phrase[], checked: readonly string[]): DroppedPhrase[] {
  const keys = new Set(checked)
  return phrases
    .filter(({ kind }) => kind === 'dropped')
    .map((phrase) => ({
      number: phrase.number,
      text: phrase.text,
      sound: phrase.hasSound ? clipOfPhrase(phrase) : null,
      isPutIn: keys.has(droppedKey(phrase.number)),
    }))
}

export const droppedKey = (number: number) => `dropped:${number}`

/** The machine's own text, to count how much was changed by hand. */
export const machineText = (phrases: readonly Phrase[]): Promise<string> => stepsInTurns(appending(phrases))

function* appending(phrases: readonly Phrase[]): Steps<string> {
  let [done, end] = ['', '']
  for (const phrase of phrases) {
    if (phrase.kind === 'dropped') continue
    end = yield* append(end, phrase, phrase.finalDecided === 'accepted' ? phrase.finalText! : phrase.text)
    if (end.length < 2 * reach) continue
    done += end.slice(0, -reach)
    end = end.slice(-reach)
  }
  return done + end
}

// No phrase looks or changes further back (dictation-writer.ts), so the whole text is not copied for each.
const reach = 6000

const addedTo = (before: string, text: string, said: string): string =>
  (text.startsWith(before) ? text.slice(before.length) : said).trim()

function* append(text: string, { mode }: Phrase, said: string): Steps<string> {
  return (yield* merging({ text, mergedTo: 0 }, [{ number: 1, text: said }], mode)).text
}
