import { dictatedWords } from '../../dictation/text/dictated-words.ts'
import { merging } from '../../dictation/text/merge-draft.ts'
import { unsureWords } from '../../dictation/text/spoken-commands.ts'
import { allInTurns, foundInTurns, stepsInTurns } from '../../text/give-way.ts'
import type { TextWord } from '../../text/text-words.ts'
import type { MachineWord } from '../../text/word-alignment.ts'
import type { Phrase, PhraseWord } from '../draft/phrases.ts'

/** `mayBeCommand`: written as a word, but perhaps meant as a mark or a line break. */
export type SpokenWord = MachineWord & PhraseWord & { phrase: Phrase; mayBeCommand: boolean }

/** A word of the note, and where it was said. */
export type HeardWord = TextWord & { machine: SpokenWord | null }

// Enough to see what a phrase continues.
const reach = 300

/** As taken into the draft. */
export async function spokenWords(phrases: readonly Phrase[]): Promise<SpokenWord[]> {
  const all: SpokenWord[] = []
  let before = ''
  for (const [at, phrase] of phrases.entries()) {
    if (phrase.kind === 'dropped') continue
    if (phrase.kind === 'speech') for (const word of await wordsOf(phrase, before)) all.push(word)
    // Nothing continues the last.
    if (at === phrases.length - 1) break
    const said = { number: 1, text: takenText(phrase) }
    const merged = await stepsInTurns(merging({ text: before, mergedTo: 0 }, [said], phrase.mode))
    before = merged.text.slice(-reach)
  }
  return all
}

async function wordsOf(phrase: Phrase, before: string): Promise<SpokenWord[]> {
  const text = takenText(phrase)
  const said = await allInTurns(dictatedWords(text))
  const timed = phrase.finalDecided === 'accepted' ? (phrase.finalWords ?? []) : phrase.words
  const words = timed.length > 0 ? timed : said.map(({ core }) => wholePhrase(phrase, core))
  const unsure = await stepsInTurns(unsureWords(said, phrase.mode, before))
  const unsureCores = new Set([...unsure].map((at) => said[at]!.core))
  const areAlike = said.length === words.length
  return foundInTurns(words, (word, at) => {
    const [first] = dictatedWords(word.text)
    const mayBeCommand = areAlike ? unsure.has(at) : unsureCores.has(first?.core ?? '')
    return { ...word, segment: phrase.number, phrase, mayBeCommand }
  })
}

/** Some engines give no words, only when a phrase was said. */
const wholePhrase = ({ start, end }: Phrase, text: string): PhraseWord => ({ text, start, end, p: null })

export const takenText = ({ text, finalText, finalDecided }: Phrase): string =>
  finalDecided === 'accepted' ? finalText! : text
