import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PersonTx } from '../../db/connect'
import { aboutIn } from './asked-about'
import { findDraftAbout, findQuestionDraft } from './message-draft'

/**
 * A question as its form begins: what was begun before about the same thing is taken up again, on
 * whatever phone.
 * @param asked the page's query
 */
export async function beginQuestion(tx: PersonTx, caseId: string, asked: URLSearchParams) {
  const named = z.uuid().safeParse(asked.get('utkast')).data
  const begun = named && (await findQuestionDraft(tx, caseId, named))
  if (begun) return begun
  const about = aboutIn({
    note: asked.get('anteckning'),
    document: asked.get('dokument'),
    paragraph: asked.get('stycke'),
  })
  const earlier = await findDraftAbout(tx, caseId, about)
  if (earlier) return earlier
  return { messageId: randomUUID(), threadId: null, ...about, subject: '', text: '', savedAt: null }
}
