import { inTurns } from '../../text/give-way.ts'
import { isQuestionOrder } from '../../text/question-order.ts'
import { takenText, type HeardWord } from './spoken-words.ts'

/**
 * Question marks of an engine where the other hearing has none, or the words stand as in a statement. A dictated
 * mark is sure. Marks alone, with the last word.
 */
export async function doubtfulQuestions(
  text: string,
  words: readonly HeardWord[],
): Promise<{ start: number; end: number }[]> {
  const questions: { start: number; end: number }[] = []
  let sentence: HeardWord[] = []
  await inTurns(words, (word, index) => {
    sentence.push(word)
    const between = text.slice(word.end, words[index + 1]?.start ?? text.length)
    const end = /^[^.?!\n]*?[.?!\n]/.exec(between)?.[0]
    if (end === undefined) return
    if (end.endsWith('?') && isDoubtful(sentence)) {
      questions.push({ start: word.start, end: word.end + end.length })
    }
    sentence = []
  })
  return questions
}

function isDoubtful(sentence: readonly HeardWord[]): boolean {
  const phrase = sentence.at(-1)?.machine?.phrase
  if (!phrase || !takenText(phrase).includes('?')) return false
  const isOnlyOneAsking =
    phrase.finalText !== null && !(phrase.text.includes('?') && phrase.finalText.includes('?'))
  return isOnlyOneAsking || !isQuestionOrder(sentence.map(({ text }) => text.toLowerCase()))
}
