import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longestOwnDraft } from '../draft/draft-limit'
import { textFault, type TextFault } from '../text/written-text'
import { aboutIn } from './asked-about'
import type { Written } from './message-draft'
import { longestMessage } from './message-limit'
import { longestSubject } from './question-subject'

export type WriteFault = TextFault | { fault: 'subjectTooLong' } | { fault: 'otherWords' | 'closed' }
export type PostedWords = Written & { fault: WriteFault | null }

const form = z.object({
  // Chosen when the form was shown. A malformed id is not ours, but the words are still kept.
  message: z.uuid().catch(() => randomUUID()),
  thread: z.uuid().nullable().catch(null),
  subject: z.string().catch(''),
  text: z.string().catch(''),
})

/** What somebody wrote in a question or a reply, and why it cannot be sent if it cannot. */
export function writtenIn(posted: FormData): PostedWords {
  const fields = Object.fromEntries(posted)
  const { message, thread, subject, text: typed } = form.parse(fields)
  const { note, document, paragraph } = fields
  const text = typed.trim()
  return {
    messageId: message,
    threadId: thread,
    ...aboutIn({ note, document, paragraph }),
    subject: subject.trim(),
    text,
    fault:
      textFault(text, longestMessage) ??
      (isLonger(subject.trim(), longestSubject) ? { fault: 'subjectTooLong' } : null),
  }
}

/** Whether a draft can hold it: what is too long to send still can be kept. */
export function canKeep({ subject, text }: Pick<Written, 'subject' | 'text'>): boolean {
  return !isLonger(subject, 2 * longestSubject) && !isLonger(text, longestOwnDraft)
}

const isLonger = (text: string, longest: number) => Array.from(text).length > longest
