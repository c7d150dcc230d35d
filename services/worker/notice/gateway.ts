import { faultOf, isUnconnected, type SendOutcome } from './sender.ts'

/** A service that is asked over HTTP: its address, and apart from it who we are there. */
export type Gateway = { url: URL; auth: { user: string; pass: string } | null }
export type Answer = { status: number; type: string; text: string }

type Asked = {
  /** Below the gateway's own address; without it that is asked itself. */
  path?: string
  /** Null to get. */
  body: { type: string; text: string } | null
  accept?: string
}

/** @throws what {@link brokenOff} reads */
export async function askGateway(
  { url, auth }: Gateway,
  { path, body, accept = 'application/json' }: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  const headers: Record<string, string> = { Accept: accept }
  if (body) headers['Content-Type'] = body.type
  if (auth) headers['Authorization'] = `Basic ${Buffer.from(`${auth.user}:${auth.pass}`).toString('base64')}`
  const answer = await fetch(path === undefined ? url : `${url.href.replace(/\/$/, '')}/${path}`, {
    method: body ? 'POST' : 'GET',
    headers,
    body: body?.text ?? null,
    redirect: 'error',
    signal,
  })
  const type = (answer.headers.get('Content-Type') ?? '').split(';')[0]!.trim()
  return { status: answer.status, type, text: await answer.text() }
}

/** Null for what is no JSON. */
export function jsonIn({ text }: Pick<Answer, 'text'>): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

export const isAccepted = (status: number) => status >= 200 && status < 300

/** `mayBeTaken`: what was asked could have been the message itself. */
export function refusedBy(status: number, mayBeTaken: boolean): SendOutcome {
  return {
    outcome: 'failed',
    fault: faultOf('http', status),
    // Accepted in words that are not known, or broken off behind whoever answers: it may be on its way. 503 says that nothing is taken.
    maybeSent: mayBeTaken && (isAccepted(status) || (status >= 500 && status !== 503)),
    // Wrong credentials, no credit, too many at once, or broken: for everybody alike.
    isAway: [401, 402, 403, 429].includes(status) || status >= 500,
  }
}

export function brokenOff(error: unknown, mayBeTaken: boolean): SendOutcome {
  const { cause, name } = error as { cause?: { code?: string }; name: string }
  return {
    outcome: 'failed',
    fault: faultOf(cause?.code ?? name),
    maybeSent: mayBeTaken && !isUnconnected(cause ?? {}),
    isAway: true,
  }
}
