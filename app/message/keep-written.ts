import type { PersonTx } from '../../db/connect'
import { personAt } from '../addresses'
import { notKept, notTaken, tooManyDrafts } from '../page/problem'
import { findAskingCase } from './asking-case'
import { saveDraft } from './message-draft'
import { canKeep, type PostedWords } from './written-in'

/**
 * Keeps what somebody is writing to the caseworkers of a case.
 * @returns the page on which it is written on
 * @throws the page that gives the words back: when they cannot be kept, have been sent, or the case is not theirs
 */
export async function keepWritten(tx: PersonTx, caseId: string, written: PostedWords): Promise<string> {
  const asking = await findAskingCase(tx, caseId)
  if (!asking) throw notTaken(written.text)
  if (!canKeep(written)) throw notKept(written.text)
  const became = await saveDraft(tx, asking.id, written)
  if (!became) throw notTaken(written.text)
  if (became === 'sent') throw notKept(written.text)
  if (became === 'tooMany') throw tooManyDrafts([written.subject, written.text])
  const { threadId, messageId } = written
  return threadId ? personAt.thread(asking.id, threadId) : personAt.questionDraft(asking.id, messageId)
}

/** Keeps what could not be sent as it is, where a draft can hold it: the page that says why may be left. */
export async function keepFaulty(tx: PersonTx, caseId: string, written: PostedWords): Promise<void> {
  if (written.text && canKeep(written)) await saveDraft(tx, caseId, written)
}
