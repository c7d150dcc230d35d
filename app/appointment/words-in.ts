import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Hearers, PointOutcome } from '../../db/roles'
import { textOf } from '../access/posted-form'
import { textFault, type TextFault } from '../text/written-text'
import { longest } from './limits'

const hearers = ['everyone', 'caseworkerOnly', 'notWhenGuardianThere'] as const satisfies readonly Hearers[]

// Chosen when the form was shown. A malformed id is not ours, but the words are still kept.
const id = z.uuid().catch(() => randomUUID())
const text = z
  .string()
  .catch('')
  .transform((typed) => typed.trim())

/** `fault` is of the text, or that nobody was chosen who may hear it. */
export type PostedPoint = {
  id: string
  text: string
  hearers: Hearers | null
  fault: TextFault | { fault: 'hearers' | 'begun' | 'many' } | null
}

export function pointIn(form: FormData): PostedPoint {
  const posted = z
    .object({ point: id, text, hearers: z.enum(hearers).nullable().catch(null) })
    .parse({ text: '', hearers: null, ...Object.fromEntries(form) })
  const fault = textFault(posted.text, longest.point)
  return {
    id: posted.point,
    text: posted.text,
    hearers: posted.hearers,
    fault: fault ?? (posted.hearers ? null : { fault: 'hearers' }),
  }
}

export type PostedWords = {
  id: string
  text: string
  fault: TextFault | { fault: 'begun' | 'asked' | 'otherWords' } | null
}

export function timeRequestIn(form: FormData): PostedWords {
  const posted = z.object({ request: id, text }).parse({ text: '', ...Object.fromEntries(form) })
  return { id: posted.request, text: posted.text, fault: textFault(posted.text, longest.request) }
}

export type PostedOutcome = {
  pointId: string
  outcome: PointOutcome | null
  words: string | null
  fault: { fault: 'outcome' | 'words' | 'early' } | TextFault | null
}

/** What staff say became of a point: why, where it was not talked about. */
export function outcomeIn(form: FormData): PostedOutcome {
  const posted = z
    .object({ point: id, words: text, outcome: z.enum(['talkedAbout', 'notYet']).nullable().catch(null) })
    .parse({ words: '', outcome: null, ...Object.fromEntries(form) })
  const { point: pointId, outcome } = posted
  if (outcome === null) return { pointId, outcome, words: posted.words, fault: { fault: 'outcome' } }
  if (outcome === 'talkedAbout') return { pointId, outcome, words: null, fault: null }
  const fault = textFault(posted.words, longest.words)
  return {
    pointId,
    outcome,
    words: posted.words,
    fault: fault?.fault === 'empty' ? { fault: 'words' } : fault,
  }
}

const staffFields = ['place', 'placeNote', 'bring', 'reason', 'words', 'answer']

/** All that staff wrote in one of a meeting's forms. */
export const staffWordsIn = (form: FormData): string[] =>
  staffFields.map((field) => textOf(form, field).trim())

export function reasonIn(form: FormData): { text: string; fault: TextFault | null } {
  const { reason } = z.object({ reason: text }).parse({ reason: '', ...Object.fromEntries(form) })
  return { text: reason, fault: textFault(reason, longest.reason) }
}

export function answerIn(form: FormData): { requestId: string; text: string; fault: TextFault | null } {
  const posted = z.object({ request: id, answer: text }).parse({ answer: '', ...Object.fromEntries(form) })
  return { requestId: posted.request, text: posted.answer, fault: textFault(posted.answer, longest.answer) }
}
