import { createHash } from 'node:crypto'
import { openIngest } from '../../ingest/client-access.ts'
import type { IngestSender } from '../../ingest/ingest-items.ts'
import { problem, type ProblemName } from '../../ingest/problems.ts'
import { scopes, type IngestKind } from '../../ingest/scopes.ts'
import type { RequestContext } from '../../context.ts'
import { answerOf, type IngestReply } from './answer.ts'

type Arrival = { request: Request; context: RequestContext }

export type IngestClient = IngestSender & {
  may: (kind: IngestKind) => boolean
}

/**
 * Runs an API address for a system whose access token is valid and known to the municipality. Faults become problems
 * that never repeat what was sent.
 */
export async function asClient(
  { request, context }: Arrival,
  work: (client: IngestClient) => Promise<IngestReply>,
): Promise<Response> {
  try {
    const entered = await enter(request, context)
    if (typeof entered === 'string') return refuse(context, entered)
    const reply = await work(entered)
    const isScope = 'problem' in reply && reply.problem === 'scopeMissing'
    return isScope ? refuse(context, 'scopeMissing') : answerOf(reply, context.requestId)
  } catch (error) {
    const isAway = error instanceof Error && ['DatabaseAway', 'IssuerAway'].includes(error.name)
    const event = isAway ? 'ingestUnavailable' : 'ingestFailed'
    context.log.error({ event, requestId: context.requestId, error }, 'a request of a system was not done')
    return refuse(context, isAway ? 'unavailable' : 'unexpected')
  }
}

async function enter(request: Request, context: RequestContext): Promise<IngestClient | ProblemName> {
  if (!context.ingestTokens) return 'notFound'
  const token = await context.ingestTokens.verify(request.headers.get('Authorization'))
  if (!token) return 'tokenInvalid'
  const known = await context.database.asService(context.now(), (tx) =>
    openIngest(tx, token, callerKeyOf(token)),
  )
  if (!known) return 'tokenInvalid'
  if (!known.allowed) return 'tooMany'
  const may = (kind: IngestKind) => token.scopes.includes(scopes[kind]) && known.scopes.includes(scopes[kind])
  return { municipalityId: token.municipalityId, clientId: token.clientId, may }
}

function callerKeyOf({ municipalityId, clientId }: IngestSender): Buffer {
  return createHash('sha256').update(`${municipalityId} ${clientId}`).digest()
}

// RFC 6750 3: a refusal says how to do better, not why the token is invalid.
const challenges: Partial<Record<ProblemName, Record<string, string>>> = {
  tokenInvalid: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  scopeMissing: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
  tooMany: { 'Retry-After': '60' },
  unavailable: { 'Retry-After': '10' },
}

function refuse({ log, requestId }: RequestContext, name: ProblemName): Response {
  if (name === 'tokenInvalid' || name === 'scopeMissing' || name === 'tooMany') {
    log.warn({ event: 'ingestRefused', requestId, reason: name }, 'a system was not let in')
  }
  return answerOf(problem(name), requestId, challenges[name])
}
