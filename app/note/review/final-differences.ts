import { acceptFinal } from '../../dictation/text/accept-final.ts'
import { mergeSegments } from '../../dictation/text/merge-draft.ts'
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

export function finalDifferences(draft: string, phrases: readonly Phrase[]): FinalDifference[] {
  return withTextBefore(phrases).flatMap(({ phrase, before }) => {
    if (phrase.finalText === null) return []
    const liveText = asTaken(before, phrase, phrase.text)
    const finalText = asTaken(before, phrase, phrase.finalText)
    return [
      {
        number: phrase.number,
        liveText,
        finalText,
        decided: phrase.finalDecided,
        isFrozen: phrase.finalDecided === null && acceptFinal(draft, liveText, finalText) === null,
        sound: phrase.hasSound ? clipOfPhrase(phrase) : null,
      },
    ]
  })
}

/** Text dropped as noise. `isPutIn`: put back by hand. */
export type DroppedPhrase = { number: number; text: string; sound: SoundClip | null; isPutIn: boolean }

export function droppedPhrases(phrases: readonly Phrase[], checked: readonly string[]): DroppedPhrase[] {
  return phrases
    .filter(({ kind }) => kind === 'dropped')
    .map((phrase) => ({
      number: phrase.number,
      text: phrase.text,
      sound: phrase.hasSound ? clipOfPhrase(phrase) : null,
      isPutIn: checked.includes(droppedKey(phrase.number)),
    }))
}

export const droppedKey = (number: number) => `dropped:${number}`

/** The machine's own text, to count how much was changed by hand. */
export function machineText(phrases: readonly Phrase[]): string {
  return phrases.reduce(
    (text, phrase) =>
      phrase.kind === 'dropped'
        ? text
        : append(text, phrase, phrase.finalDecided === 'accepted' ? phrase.finalText! : phrase.text),
    '',
  )
}

function withTextBefore(phrases: readonly Phrase[]) {
  let text = ''
  return phrases.map((phrase) => {
    const before = text
    if (phrase.kind !== 'dropped') text = append(text, phrase, phrase.text)
    return { phrase, before }
  })
}

function asTaken(before: string, phrase: Phrase, said: string): string {
  const text = append(before, phrase, said)
  return (text.startsWith(before) ? text.slice(before.length) : said).trim()
}

const append = (text: string, { mode }: Phrase, said: string) =>
  mergeSegments({ text, mergedTo: 0 }, [{ number: 1, text: said }], mode).text
