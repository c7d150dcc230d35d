import { finiteVerbs } from './common-verbs.ts'

const leadIns = new Set('och men så eller för'.split(' '))
const questionWords = new Set(
  'vad vem vems vilken vilket vilka hur när var varför vart varifrån varthän varmed vadå'.split(' '),
)
const prepositions = new Set('i på till från med av om för under hos vid'.split(' '))

/** A question word or a verb first, as far as verbs are known. Words in small letters. */
export function isQuestionOrder(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.slice(leadIns.has(words[0] ?? '') ? 1 : 0)
  if (questionWords.has(first) || finiteVerbs.has(first)) return true
  return prepositions.has(first) && questionWords.has(second)
}
