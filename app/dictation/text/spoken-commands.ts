import { endsInAbbreviation } from '../../text/abbreviations.ts'
import { allOf, atOnce, type Steps } from '../../text/steps.ts'
import { type DictatedWord, dictatedWords } from './dictated-words.ts'
import { startWriting, writeCommand, writeWord } from './dictation-writer.ts'
import { type CommandMode, findCommands, type Piece } from './find-commands.ts'

/** `off`: the engine's text, unchanged. */
export type DictationMode = CommandMode | 'off'

/**
 * Turns one phrase into text to append after `before`, with the space between. In mode `spoken` the names in
 * {@link commandTable} are commands, but for those that the words around make part of the sentence, or may
 * ("en viktig punkt", "punkt tre", "på en ny rad", "såg honom komma"): what is unsure stays a word. In a phrase
 * with engine punctuation, punkt, kolon, bindestreck and line breaks also stand next to a mark, and komma between
 * two. "ordet X" gives the word X. citattecken opens, then closes.
 *
 * A spoken mark replaces the engine's. Words after . ? ! and line breaks get a capital.
 * In `automatic` only "ny rad" and "nytt stycke" are commands, and only when they stand alone.
 */
export const applySpokenCommands = (text: string, mode: DictationMode, before = ''): string =>
  mode === 'off' ? asHeard(text, before) : atOnce(written(text, mode, before))

function asHeard(text: string, before: string): string {
  const words = text.trim()
  return words === '' || before === '' || /\s$/.test(before) ? words : ` ${words}`
}

function* written(text: string, mode: CommandMode, before: string): Steps<string> {
  return yield* writtenWords(yield* allOf(dictatedWords(text)), mode, before)
}

function* writtenWords(words: readonly DictatedWord[], mode: CommandMode, before: string): Steps<string> {
  const writing = startWriting(before)
  for (const piece of findCommands(words, mode, before)) {
    if (piece.kind === 'word') writeWord(writing, piece.text + piece.marks)
    else writeCommand(writing, piece)
    yield
  }
  return writing.text
}

/**
 * Like {@link applySpokenCommands}, but also completes what the last phrase began: a command ("… nytt" +
 * "stycke") or a mark ("Kommer du." + "frågetecken"). The result does not depend on where phrases are cut.
 */
export const continueText = (before: string, phrase: string, mode: DictationMode): string =>
  atOnce(continuing(before, phrase, mode))

/** The steps of {@link continueText}. */
export function* continuing(before: string, phrase: string, mode: DictationMode): Steps<string> {
  if (mode === 'off') return before + asHeard(phrase, before)
  if (mode === 'automatic') return before + (yield* written(phrase, mode, before))
  const said = yield* allOf(dictatedWords(phrase))
  const { kept, words } = takeUpCommand(before, said)
  const [first] = findCommands(words, mode, kept)
  const start = first?.kind === 'mark' ? withoutLastMark(kept) : kept
  return start + (yield* writtenWords(words, mode, start))
}

/** Numbers of the phrase's words that were written as words but may have been meant as commands. */
export function* unsureWords(
  words: readonly DictatedWord[],
  mode: DictationMode,
  before: string,
): Steps<Set<number>> {
  const unsure = new Set<number>()
  if (mode === 'off') return unsure
  for (const piece of findCommands(words, mode, before)) {
    if (piece.kind === 'word' && piece.isUnsure) unsure.add(piece.at)
    yield
  }
  return unsure
}

type Taken = { kept: string; words: readonly DictatedWord[] }

function takeUpCommand(before: string, said: readonly DictatedWord[]): Taken {
  const unfinished = /(?:^|\s)(ny|nytt|ordet)$/i.exec(before.slice(-6))?.[1]
  if (unfinished === undefined) return { kept: before, words: said }
  const kept = before.slice(0, -unfinished.length).replace(/ $/, '')
  const words = [...dictatedWords(unfinished), ...said]
  const [first] = findCommands(words, 'spoken', kept)
  return isWord(first, unfinished) ? { kept: before, words: said } : { kept, words }
}

const isWord = (piece: Piece | undefined, word: string) => piece?.kind === 'word' && piece.text === word

function withoutLastMark(text: string): string {
  const bare = text.replace(/ {1,3}$/, '')
  return endsInAbbreviation(bare) ? bare : bare.replace(/[.,!?:;…]$/, '')
}
