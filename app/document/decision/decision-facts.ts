import { z } from 'zod'
import { contentLimits as most } from '../content/limits.ts'
import { plainText } from '../content/plain-text.ts'

export const day = z.iso.date('day.none')
export const words = plainText(most.paragraph)
export const name = plainText(most.value)
const texts = z.array(words).max(most.items, 'list.tooLong')

/** What every document of ours says about itself. */
export const documentFacts = z.strictObject({
  /** "Ekdala kommun" */
  municipality: plainText(most.issuer),
  /** "Socialnämnden" */
  board: plainText(most.issuer).default('Socialnämnden'),
  diaryNumber: plainText(most.reference),
  on: day,
  /** Name of whom it is about. */
  concerns: name,
  attachments: z.array(name).max(40, 'list.tooLong').default([]),
})

/** What a decision must show (FL 31 and 32 §§), and the child's best and the child's words (SoL 3 kap. 1 and 2 §§). */
export const decisionFacts = documentFacts.extend({
  decidedBy: z.strictObject({
    name,
    /** "ordförande i socialnämnden" */
    position: name,
    /** "på delegation från socialnämnden" */
    authority: name.optional(),
  }),
  /** HH:MM, where the hour matters. */
  at: z.iso.time({ precision: -1, error: 'time.none' }).optional(),
  rapporteur: name.optional(),
  reasons: texts.min(1, 'reasons.none'),
  childView: texts.default([]),
  bestInterests: texts.default([]),
})

/** Why somebody decided whom the law names beside the committee: its chair, or a member it has appointed. */
export const urgentFacts = z.strictObject({
  /** Why the committee could not be awaited. */
  cannotWait: words,
  /** The next meeting, to which the decision is reported. */
  meetingOn: day.optional(),
})

/** A day that comes before the one it follows is told at its own field. */
export const daysInOrder = (...path: string[]) => ({ path, error: 'day.order' })

/** A day that is no day has a fault of its own. */
export const areInOrder = (first: string, then: string | undefined) =>
  then === undefined || then >= first || ![first, then].every((each) => day.safeParse(each).success)

type Urgent = { on: string; urgent?: { meetingOn?: string | undefined } | undefined }

/** A decision is reported to a meeting that is still to come when it is made. */
export const isReportedAfterwards = ({ on, urgent }: Urgent) => areInOrder(on, urgent?.meetingOn)

export type DocumentFacts = z.infer<typeof documentFacts>
export type DecisionFacts = z.infer<typeof decisionFacts>
export type UrgentFacts = z.infer<typeof urgentFacts>
