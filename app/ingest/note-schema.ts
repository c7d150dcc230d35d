import { z } from 'zod'
import { bbicAreas, noteKinds } from '../../db/closed-lists.ts'
import { caseNumber, employeeId, externalId, moment, text } from './fields.ts'

/** What a note in a record must hold (SOSFS 2014:5; FL 2017:900 27 §). */
export const noteSchema = z
  .strictObject({
    externalId,
    caseNumber,
    author: employeeId.describe('Employee id of the one who wrote it. The draft is theirs'),
    kind: z.enum(noteKinds),
    title: text(200).optional().describe('Else its kind in words, until its author gives it one'),
    eventAt: moment.describe('When it happened'),
    recordedAt: moment.describe('When it was written down'),
    lockedAt: moment.optional().describe('When it was locked in the system it comes from'),
    source: z
      .strictObject({ type: text(100), role: text(100) })
      .describe(
        'Where the information comes from, in words that can be read: "telefonsamtal", "skolkurator"',
      ),
    participants: z.array(text(200)).max(50),
    childPresent: z.boolean(),
    childNotHeardReason: text(1000).optional(),
    text: text(50_000),
    childView: text(20_000).optional().describe('What the child thinks, in the child’s words'),
    assessment: text(20_000).optional(),
    bbicAreas: z.array(z.enum(bbicAreas)).max(bbicAreas.length),
    dictated: z.boolean(),
    dictationSeconds: z.int().min(0).max(86_400).optional(),
  })
  .describe('A note. It becomes a draft of its author, closed to everybody else')

export type IngestNote = z.infer<typeof noteSchema>
