import { type EditPath, editPath } from './edit-path.ts'
import { type TextWord, textWords } from './text-words.ts'

/** A word as the engine heard it: seconds into the recording, number of its segment. */
export type MachineWord = { text: string; start: number; end: number; segment: number }

/** A word of the note, with the machine's word it still is. Null: somebody wrote or changed it. */
export type AlignedWord = TextWord & { machine: MachineWord | null }

export type WordEdits = {
  /** Words in the note. */
  words: number
  inserted: number
  deleted: number
  substituted: number
  /** Edits per word of the note, as in a word error rate; 0 when both are empty, 1 when only the note is. */
  rate: number
}

/**
 * Finds for each word of a note where it was said. Case and marks do not count. Both texts are in order, so
 * a sentence that was moved is a new one.
 */
export function alignWords(machine: readonly MachineWord[], note: string): AlignedWord[] {
  // A machine's "word" may be only a mark, or "14.40." with one.
  const heard = machine.flatMap((word) => textWords(word.text).map(({ text }) => ({ text, word })))
  const written = textWords(note)
  const { matches } = compare(heard, written)
  return written.map((word, index) => ({ ...word, machine: heard[matches[index]!]?.word ?? null }))
}

/** Counts what was changed from the machine's text, after commands were applied, to the note. */
export function editedWords(machineText: string, noteText: string): WordEdits {
  const written = textWords(noteText)
  const { inserted, deleted, substituted } = compare(textWords(machineText), written)
  const edits = inserted + deleted + substituted
  const words = written.length
  return { words, inserted, deleted, substituted, rate: words === 0 ? Math.min(edits, 1) : edits / words }
}

function compare(from: readonly { text: string }[], to: readonly { text: string }[]): EditPath {
  const idOf = new Map<string, number>()
  const ids = (words: readonly { text: string }[]) =>
    Int32Array.from(words, ({ text }) => {
      const key = text.toLowerCase()
      const id = idOf.get(key) ?? idOf.size
      idOf.set(key, id)
      return id
    })
  return editPath(ids(from), ids(to))
}
