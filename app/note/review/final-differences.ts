import { acceptFinal } from '../../dictation/text/accept-final.ts'
import { mergeSegments } from '../../dictation/text/merge-draft.ts'
import type { Phrase } from '../draft/phrases.ts'
import { clipOfPhrase, type SoundClip } from './sound-clip.ts'

/** A phrase that the careful pass heard otherwise. */
export type FinalDifference = {
  number: number
  /** As it was taken into the draft, and as the careful pass would stand there. */
  liveText: string
  finalText: string
  decided: 'accepted' | 'rejected' | null
  /** Somebody has edited the phrase: what is edited is never overwritten. */
  isFrozen: boolean
  sound: SoundClip | null
}

/** Where the careful pass and the draft part, in order. */
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

/** What was taken for noise: kept to be shown and heard, and put in after all where it was not. */
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

/** The text a machine alone would have written, for counting what a human changed. */
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

/** A phrase with its spoken commands carried out, as it joins the text before it. */
function asTaken(before: string, phrase: Phrase, said: string): string {
  const text = append(before, phrase, said)
  return (text.startsWith(before) ? text.slice(before.length) : said).trim()
}

const append = (text: string, { mode }: Phrase, said: string) =>
  mergeSegments({ text, mergedTo: 0 }, [{ number: 1, text: said }], mode).text
