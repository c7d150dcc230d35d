import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFault, type TextFault } from '../text/written-text'
import { longestRemark } from './remark-limit'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed key is not ours, but the text is still kept.
  form_key: z.uuid().catch(() => randomUUID()),
})

export type PostedRemark = { text: string; formKey: string; fault: TextFault | null }

export function remarkIn(posted: FormData): PostedRemark {
  const { text: typed, form_key } = form.parse(Object.fromEntries(posted))
  const text = typed.trim()
  return { text, formKey: form_key, fault: textFault(text, longestRemark) }
}
