import { longPlainForm } from './long-plain-form.ts'
import type { PlainForm } from './plain-form.ts'
import { type TextWord, textWords } from './text-words.ts'

/** A text as it is matched, and its words there. A long one is read once for all that judge it. */
export type PlainWords = { written: string; plain: PlainForm; words: readonly TextWord[] }

export async function plainWords(written: string): Promise<PlainWords> {
  const plain = await longPlainForm(written)
  return { written, plain, words: await textWords(plain.text) }
}
