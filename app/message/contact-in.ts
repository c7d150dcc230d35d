import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFault } from '../text/written-text'
import { longestMessage } from './message-limit'

type ContactFault = { fault: 'case' | 'otherWords' } | { fault: 'tooLong'; typed: number }
export type PostedContact = { caseId: string; text: string; formKey: string; fault: ContactFault | null }

const form = z.object({
  case: z.string().catch(''),
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed key is not ours, but the words are still kept.
  form_key: z.uuid().catch(() => randomUUID()),
})

export function contactIn(posted: FormData): PostedContact {
  const { case: caseId, text: typed, form_key } = form.parse(Object.fromEntries(posted))
  const text = typed.trim()
  const found = textFault(text, longestMessage)
  const isCase = z.uuid().safeParse(caseId).success
  return {
    caseId,
    // Words are their choice: what is invisible is none.
    text: found?.fault === 'empty' ? '' : text,
    formKey: form_key,
    fault: !isCase ? { fault: 'case' } : found?.fault === 'tooLong' ? found : null,
  }
}
