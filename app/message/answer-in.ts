import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFault } from '../text/written-text'
import { longestMessage } from './message-limit'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed id is not ours, but the words are still kept.
  message: z.uuid().catch(() => randomUUID()),
})

export function answerIn(posted: FormData) {
  const { text: typed, message: messageId } = form.parse(Object.fromEntries(posted))
  const text = typed.trim()
  return { text, messageId, fault: textFault(text, longestMessage) }
}
