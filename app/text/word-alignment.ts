import { type EditPath, editPath } from './edit-path.ts'
import { type TextWord, textWords } from './text-words.ts'

/** Times in seconds of the recording. */
export type MachineWord = { text: string; start: number; end: number; segment: number }

/** `machine` is null for a word that was written or changed by hand. */
export type AlignedWord = TextWord & { machine: MachineWord | null }

export type WordEdits = {
  words: number
  inserted: number
  deleted: number
  substituted: number
  /** Edits per word of the note (word error rate). 0 when both are empty, 1 when only the note is. */
  rate: number
}

/** Finds where each word was said. Case and punctuation do not count. A moved sentence is new. */
export function alignWords(machine: readonly MachineWord[], note: string): AlignedWord[] {
  // The engine's "word" may be only a punctuation mark, or "14.40." with one.
  const heard = machine.flatMap((word) => textWords(word.text).map(({ text }) => ({ text, word })))
  const written = textWords(note)
  const { matches } = compare(heard, written)
  return written.map((word, index) => ({ ...word, machine: heard[matches[index]!]?.word ?? null }))
}

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
