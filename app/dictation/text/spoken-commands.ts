import { endsInAbbreviation } from '../../text/abbreviations.ts'
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
export function applySpokenCommands(text: string, mode: DictationMode, before = ''): string {
  const writing = startWriting(before)
  if (mode === 'off') {
    const words = text.trim()
    return words === '' || before === '' || /\s$/.test(before) ? words : ` ${words}`
  }
  for (const piece of findCommands(text, mode, before)) {
    if (piece.kind === 'word') writeWord(writing, piece.text + piece.marks)
    else writeCommand(writing, piece)
  }
  return writing.text
}

/**
 * Like {@link applySpokenCommands}, but also completes what the last phrase began: a command ("… nytt" +
 * "stycke") or a mark ("Kommer du." + "frågetecken"). The result does not depend on where phrases are cut.
 */
export function continueText(before: string, phrase: string, mode: DictationMode): string {
  if (mode !== 'spoken') return before + applySpokenCommands(phrase, mode, before)
  const { kept, text } = takeUpCommand(before, phrase)
  const [first] = findCommands(text, mode, kept)
  const start = first?.kind === 'mark' ? withoutLastMark(kept) : kept
  return start + applySpokenCommands(text, mode, start)
}

/** Numbers of the phrase's words that were written as words but may have been meant as commands. */
export function unsureWords(phrase: string, mode: DictationMode, before: string): Set<number> {
  if (mode === 'off') return new Set()
  const pieces = findCommands(phrase, mode, before)
  return new Set(pieces.flatMap((piece) => (piece.kind === 'word' && piece.isUnsure ? [piece.at] : [])))
}

function takeUpCommand(before: string, phrase: string): { kept: string; text: string } {
  const unfinished = /(?:^|\s)(ny|nytt|ordet)$/i.exec(before.slice(-6))?.[1]
  if (unfinished === undefined) return { kept: before, text: phrase }
  const kept = before.slice(0, -unfinished.length).replace(/ $/, '')
  const text = `${unfinished} ${phrase}`
  const [first] = findCommands(text, 'spoken', kept)
  return isWord(first, unfinished) ? { kept: before, text: phrase } : { kept, text }
}

const isWord = (piece: Piece | undefined, word: string) => piece?.kind === 'word' && piece.text === word

function withoutLastMark(text: string): string {
  const bare = text.replace(/ {1,3}$/, '')
  return endsInAbbreviation(bare) ? bare : bare.replace(/[.,!?:;…]$/, '')
}
