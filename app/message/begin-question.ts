import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PersonTx } from '../../db/connect'
import { aboutIn } from './asked-about'
import { findDraftAbout, findQuestionDraft } from './message-draft'

/**
 * A question as its form begins: what was begun before of the same kind about the same thing is taken up again, on
 * whatever phone.
 * @param asked the page's query
 */
export async function beginQuestion(tx: PersonTx, caseId: string, asked: URLSearchParams) {
  const named = z.uuid().safeParse(asked.get('utkast')).data
  const begun = named && (await findQuestionDraft(tx, caseId, named))
  if (begun) return begun
  const kind = asked.get('sort') === 'byta-tid' ? ('changeOfTime' as const) : ('question' as const)
  const about = aboutIn({
    note: asked.get('anteckning'),
    document: asked.get('dokument'),
    paragraph: asked.get('stycke'),
  })
  const earlier = await findDraftAbout(tx, caseId, kind, about)
  if (earlier) return earlier
  return { messageId: randomUUID(), threadId: null, kind, ...about, subject: '', text: '', savedAt: null }
}
