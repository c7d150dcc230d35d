import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFault, type TextFault } from '../text/written-text'
import { blankIn, templateIn } from './answer-templates'
import { longestDraft, longestMessage } from './message-limit'
import { seenIn } from '../disclosure/seen-in'

const form = z.object({
  text: z.string().catch(''),
  // Chosen when the form was shown. A malformed id is not ours, but the words are still kept.
  message: z.uuid().catch(() => randomUUID()),
  last: z.uuid().nullable().catch(null),
  words: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  do: z.enum(['send', 'keep']).catch('send'),
  mall: z.string().optional().catch(undefined),
})

/** Why an answer was not sent. */
export type AnswerFault =
  TextFault | { fault: 'blank'; blank: string } | { fault: 'colleague' | 'newer' | 'otherWords' }

export function answerIn(posted: FormData) {
  const fields = form.parse(Object.fromEntries(posted))
  const text = fields.text.trim()
  return {
    text,
    messageId: fields.message,
    lastShown: fields.last,
    wordsShown: fields.words,
    template: templateIn(fields.mall),
    isDraft: fields.do === 'keep',
    seen: seenIn(posted),
  }
}

export function answerFault(text: string): AnswerFault | null {
  const blank = blankIn(text)
  return textFault(text, longestMessage) ?? (blank ? { fault: 'blank', blank } : null)
}

/** A draft may be empty, or too long to send. */
export function draftFault(text: string): AnswerFault | null {
  const fault = textFault(text, longestDraft)
  return fault?.fault === 'tooLong' ? fault : null
}
