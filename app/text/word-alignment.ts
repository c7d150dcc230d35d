import { type EditPath, editPath } from './edit-path.ts'
import { giveWay, inTurns } from './give-way.ts'
import { plainForm, sameCase } from './plain-form.ts'
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
export async function alignWords(machine: readonly MachineWord[], note: string): Promise<AlignedWord[]> {
  // The engine's "word" may be only a punctuation mark, or "14.40." with one.
  const heard: { text: string; word: MachineWord }[] = []
  await inTurns(machine, (word) => {
    for (const { text } of plainWords(word.text).words) heard.push({ text, word })
  })
  const { plain, words } = plainWords(note)
  await giveWay()
  const { matches } = await compare(heard, words)
  const aligned: AlignedWord[] = []
  await inTurns(words, (word) => {
    const machine = heard[matches[aligned.length]!]?.word ?? null
    aligned.push({ ...plain.asWritten(word), machine })
  })
  return aligned
}

export async function editedWords(machineText: string, noteText: string): Promise<WordEdits> {
  const written = plainWords(noteText).words
  const { inserted, deleted, substituted } = await compare(plainWords(machineText).words, written)
  const edits = inserted + deleted + substituted
  const words = written.length
  return { words, inserted, deleted, substituted, rate: words === 0 ? Math.min(edits, 1) : edits / words }
}

function plainWords(text: string) {
  const plain = plainForm(text)
  return { plain, words: textWords(plain.text) }
}

async function compare(
  from: readonly { text: string }[],
  to: readonly { text: string }[],
): Promise<EditPath> {
  const idOf = new Map<string, number>()
  const ids = (words: readonly { text: string }[]) =>
    Int32Array.from(words, ({ text }) => {
      const key = sameCase(text)
      const id = idOf.get(key) ?? idOf.size
      idOf.set(key, id)
      return id
    })
  const a = ids(from)
  await giveWay()
  const b = ids(to)
  await giveWay()
  return editPath(a, b)
}
