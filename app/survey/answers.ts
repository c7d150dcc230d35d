import { longestFreeText, type Instrument, type Item } from './instrument.ts'

/** By item: the option, the options, or words. An item without an answer is not there. */
export type Answers = Record<string, string | string[]>

export type AnswerFault = 'tooLong' | 'notAnOption'

/**
 * What was posted for an item, as it is kept. Nothing chosen is no answer, which is allowed.
 * @param posted every value of the item's field, in order
 */
export function readAnswer(
  instrument: Instrument,
  item: Item,
  posted: readonly string[],
): { answer: string | string[] | undefined } | { fault: AnswerFault } {
  if (item.kind === 'text') {
    const words = (posted[0] ?? '').trim()
    return words.length > longestFreeText ? { fault: 'tooLong' } : { answer: words || undefined }
  }
  const options = instrument.scales[item.scale]?.options ?? []
  const chosen = [...new Set(posted)]
  if (chosen.some((each) => !options.some(({ id }) => id === each))) return { fault: 'notAnOption' }
  if (item.kind === 'choices') return { answer: chosen.length > 0 ? chosen : undefined }
  return chosen.length > 1 ? { fault: 'notAnOption' } : { answer: chosen[0] }
}

/** The answers to this instrument, checked one by one; null where something else is among them. */
export function answersTo(instrument: Instrument, given: unknown): Answers | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null
  const answers: Answers = {}
  for (const [id, value] of Object.entries(given)) {
    const item = instrument.items.find((each) => each.id === id)
    const posted: unknown[] = Array.isArray(value) ? value : [value]
    if (!item || !posted.every((each) => typeof each === 'string')) return null
    const read = readAnswer(instrument, item, posted)
    if ('fault' in read || read.answer === undefined) return null
    answers[id] = read.answer
  }
  return answers
}

/** Words apart from the rest: whoever reads them must not see what else was answered. */
export function apart(instrument: Instrument, answers: Answers) {
  const isText = (id: string) => instrument.items.some((item) => item.id === id && item.kind === 'text')
  const entries = Object.entries(answers)
  return {
    chosen: Object.fromEntries(entries.filter(([id]) => !isText(id))),
    texts: entries.filter(([id]) => isText(id)).map(([item, words]) => ({ item, words: String(words) })),
  }
}
