import type { StaffTx } from '../../../db/connect'
import { addCaseWord, removeCaseWord } from './case-words'
import { lengthOf, longestWord } from '../../text/draft-limits'
import type { Draft } from './find-draft'

/** Ignores words that are empty or too long. */
export async function changeCaseWord(
  tx: StaffTx,
  { caseId }: Pick<Draft, 'caseId'>,
  { intent, given }: { intent: 'addWord' | 'removeWord'; given: FormDataEntryValue | null },
): Promise<void> {
  const word = typeof given === 'string' ? given.trim() : ''
  if (word === '' || lengthOf(word) > longestWord) return
  await (intent === 'addWord' ? addCaseWord(tx, caseId, word) : removeCaseWord(tx, caseId, word))
}
