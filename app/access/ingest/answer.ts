import { problem, problemBody, problems, type IngestProblem } from '../../ingest/problems.ts'

export type IngestReply = { status: 200 | 201; body: object; location?: string } | IngestProblem

export function answerOf(
  reply: IngestReply,
  requestId: string,
  headers: Record<string, string> = {},
): Response {
  if ('problem' in reply) {
    return Response.json(problemBody(reply, requestId), {
      status: problems[reply.problem].status,
      headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
    })
  }
  const { status, body, location } = reply
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      ...(location ? { Location: location } : {}),
    },
  })
}

/** Of no collection and no item: public, so it is said to everybody. */
export function answerMissing(requestId: string): Response {
  return answerOf(problem('notFound'), requestId)
}

export function refuseMethod(requestId: string, allowed: string): Response {
  return answerOf(problem('methodNotAllowed'), requestId, { Allow: allowed })
}
