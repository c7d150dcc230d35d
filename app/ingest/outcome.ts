import { z } from 'zod'
import { problem, problems, type IngestProblem, type ProblemName } from './problems.ts'

/** What became of a thing that was sent, without its content. */
export const stateSchema = z
  .object({
    externalId: z.string(),
    kind: z.enum(['note', 'stage', 'party', 'document', 'recording']),
    state: z
      .enum(['received', 'inReview', 'signed', 'discarded', 'stored', 'transcribed', 'erased'])
      .describe(
        'A note: received, inReview, signed or discarded. A recording: received, transcribed, erased or discarded. Else: stored',
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
export type OutcomeRow = { status: number; answer: unknown }

const refusalSchema = z.object({
  problem: z.custom<ProblemName>((name) => typeof name === 'string' && name in problems),
  pointers: z.array(z.string()),
})

/** Reads what a function of 0019-ingest.sql answered. */
export function outcomeOf(rows: readonly OutcomeRow[]): IngestOutcome {
  const { status, answer } = rows[0]!
  if (status < 300) return { status: status === 201 ? 201 : 200, state: stateSchema.parse(answer) }
  const { problem: name, pointers } = refusalSchema.parse(answer)
  return problem(
    name,
    pointers.map((pointer) => ({ pointer, detail: details[name] ?? 'is not possible here' })),
  )
}

const details: Partial<Record<ProblemName, string>> = {
  unknownReference: 'is not known',
  authorOutsideCase: 'does not work with the case',
  beforeCase: 'is before the case was opened',
  overlappingRelation: 'overlaps another relation',
  externalIdTaken: 'names something else',
  versionOutOfOrder: 'is not the next version',
  wrongRole: 'is not this person’s role',
}
