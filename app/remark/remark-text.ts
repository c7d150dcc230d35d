import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longestRemark, type RemarkFault } from './remark-limit'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed key is not ours, but the text is still kept.
  form_key: z.uuid().catch(() => randomUUID()),
})

export type PostedRemark = { text: string; formKey: string; fault: RemarkFault | null }

export function remarkIn(posted: FormData): PostedRemark {
  const { text: typed, form_key } = form.parse(Object.fromEntries(posted))
  const text = typed.trim()
  return { text, formKey: form_key, fault: faultIn(text) }
}

function faultIn(text: string): RemarkFault | null {
  // Invisible characters alone are not a text.
  if (!/[^\s\p{C}\p{Z}]/u.test(text)) return { fault: 'empty' }
  const typed = Array.from(text).length
  return typed > longestRemark ? { fault: 'tooLong', typed } : null
}
