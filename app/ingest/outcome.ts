import { z } from 'zod'
import { refusal, type IngestProblem } from './problems.ts'
import { readSound } from './sound-parts.ts'

export const stateSchema = z
  .object({
    externalId: z.string(),
    kind: z.enum(['note', 'stage', 'party', 'document', 'recording']),
    state: z
      .enum(['received', 'inReview', 'signed', 'discarded', 'stored', 'transcribed', 'failed', 'erased'])
      .describe(
        'A note: received, inReview, signed or discarded. A recording: received, transcribed, failed, erased or discarded. Else: stored',
      ),
    reason: z
      .enum(['undecodable', 'tooLong', 'decodeFailed', 'noSpeech'])
      .optional()
      .describe(
        `Why a recording gave no text. undecodable: it is not sound that is read (${readSound}). tooLong: longer than the municipality takes in one. decodeFailed: a fault here; it is kept, and may be tried again. noSpeech: nobody is heard in it. Sound that failed is sent again, as it should be, under another externalId`,
      ),
    receivedAt: z.iso.datetime({ offset: true }),
    waitingFor: z.enum(['caseworker', 'teamLeader', 'chair']).optional().describe('Whose turn it is'),
    signedAt: z.iso.datetime({ offset: true }).optional(),
    flags: z
      .array(z.enum(['otherPersonsNumber']))
      .describe(
        'otherPersonsNumber: the text holds somebody else’s personal identity number, which the author must handle',
      ),
  })
  .describe('What became of a thing that was sent')

export type IngestState = z.infer<typeof stateSchema>
export type IngestOutcome = { status: 200 | 201; state: IngestState } | IngestProblem
export type OutcomeRow = { outcome: string; about: string[] | null; state: unknown }

const statuses = new Map<string, 200 | 201>([
  ['created', 201],
  ['updated', 200],
  ['unchanged', 200],
])

export function outcomeOf({ outcome, about, state }: OutcomeRow): IngestOutcome {
  const status = statuses.get(outcome)
  return status ? { status, state: stateSchema.parse(state) } : refusal(outcome, about ?? [])
}
