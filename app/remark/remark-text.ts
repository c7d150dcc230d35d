import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longestRemark, type RemarkFault } from './remark-limit'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A key of another shape was not ours: the text is kept all the same.
  form_key: z.uuid().catch(() => randomUUID()),
})

/** What was posted: the text as it will be saved, the form's key, and what is wrong with the text, if anything. */
export type PostedRemark = { text: string; formKey: string; fault: RemarkFault | null }

/** Reads the form of a remark. Browsers send line ends as CRLF; PostgreSQL keeps no NUL. */
export function remarkIn(posted: FormData): PostedRemark {
  const { text: typed, form_key } = form.parse(Object.fromEntries(posted))
  const text = typed.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  return { text, formKey: form_key, fault: faultIn(text) }
}

function faultIn(text: string): RemarkFault | null {
  // Something must be seen: invisible characters alone are no text.
  if (!/[^\s\p{C}\p{Z}]/u.test(text)) return { fault: 'empty' }
  const typed = Array.from(text).length
  return typed > longestRemark ? { fault: 'tooLong', typed } : null
}
