import { attachmentRules, type AttachmentRule } from './attachment-refusal.ts'

/** Name of the file's field in every form, and of its place on the page. */
export const attachmentField = 'bilaga'

/** What became of a file that was added, as the page's address tells it: nothing of the file. */
export type AttachmentOutcome = 'received' | 'notAdded' | AttachmentRule

/** The query and the place on the page that tell it. */
export const outcomeAt = (address: string, outcome: AttachmentOutcome): string =>
  `${address}${address.includes('?') ? '&' : '?'}fil=${outcome}#${attachmentField}`

const outcomes: readonly AttachmentOutcome[] = ['received', 'notAdded', ...attachmentRules]

/** Null for none, and for what is no outcome. */
export const attachmentOutcomeIn = (query: URLSearchParams): AttachmentOutcome | null =>
  outcomes.find((each) => each === query.get('fil')) ?? null

/**
 * Whether a form that carries no files was sent with one chosen: a browser then sends its name alone, and the file would be
 * missed by its sender and by nobody else.
 */
export const hasForgottenFile = (form: FormData): boolean => {
  const named = form.get(attachmentField)
  return typeof named === 'string' && named !== ''
}
