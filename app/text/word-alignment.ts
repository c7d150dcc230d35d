import { type EditPath, editPath } from './edit-path.ts'
import { inTurns } from './give-way.ts'
import { plainForm, sameCase } from './plain-form.ts'
import { type PlainWords, plainWords } from './plain-words.ts'
import { type TextWord, wordsIn } from './text-words.ts'

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
export async function alignWords(
  machine: readonly MachineWord[],
  { plain, words }: PlainWords,
): Promise<AlignedWord[]> {
  // The engine's "word" may be only a punctuation mark, or "14.40." with one.
  const heard: { text: string; word: MachineWord }[] = []
  await inTurns(machine, (word) => {
    for (const { text } of wordsIn(plainForm(word.text).text)) heard.push({ text, word })
  })
  const { matches } = await compare(heard, words)
  const aligned: AlignedWord[] = []
  await inTurns(words, (word) => {
    const machine = heard[matches[aligned.length]!]?.word ?? null
    aligned.push({ ...plain.asWritten(word), machine })
  })
  return aligned
}

export async function editedWords(machineText: string, noteText: string): Promise<WordEdits> {
  const written = (await plainWords(noteText)).words
  const heard = (await plainWords(machineText)).words
  const { inserted, deleted, substituted } = await compare(heard, written)
  const edits = inserted + deleted + substituted
  const words = written.length
  return { words, inserted, deleted, substituted, rate: words === 0 ? Math.min(edits, 1) : edits / words }
}

async function compare(
  from: readonly { text: string }[],
  to: readonly { text: string }[],
): Promise<EditPath> {
  const idOf = new Map<string, number>()
  const idsOf = async (words: readonly { text: string }[]) => {
    const ids = new Int32Array(words.length)
    await inTurns(words, ({ text }, at) => {
      const key = sameCase(text)
      ids[at] = idOf.get(key) ?? idOf.size
      idOf.set(key, ids[at])
    })
    return ids
  }
  const ids = await idsOf(from)
  return editPath(ids, await idsOf(to))
}
