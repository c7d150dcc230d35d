import { endsInAbbreviation } from '../../text/abbreviations.ts'
import { startWriting, writeCommand, writeWord } from './dictation-writer.ts'
import { type CommandMode, findCommands, type Piece } from './find-commands.ts'

/** `off`: the engine's text, unchanged. */
export type DictationMode = CommandMode | 'off'

/**
 * Turns one phrase into text to append after `before`, with the space between. In mode `spoken`:
 * - always commands: frågetecken, utropstecken, semikolon, kommatecken, citattecken (opens, then closes),
 *   vänsterparentes, högerparentes; procenttecken and tankstreck (with a space on both sides)
 * - by place: punkt, kolon, bindestreck, ny rad, nytt stycke, komma
 *   (komma in a punctuated phrase only between marks)
 * - "ordet X" gives the word X
 *
 * By place: never where the words around make it part of the sentence ("en viktig punkt", "punkt för punkt",
 * "punkt tre", "på en ny rad", "vill komma"). Otherwise always in a phrase without engine punctuation. In a
 * punctuated phrase only alone between pauses, marks or commands, or next to one of them with no determiner
 * or preposition in the two words before.
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
