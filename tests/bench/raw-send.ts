import { request, type Agent, type IncomingHttpHeaders } from 'node:http'

type Sending = { method: 'POST' | 'PUT'; headers: Record<string, string>; body: Uint8Array }

/** Sends a body and takes the answer; nothing of fetch's own work is in the time it takes. */
export function rawSend(
  url: string,
  { method, headers, body }: Sending,
  agent: Agent,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, agent, headers: { ...headers, 'content-length': body.length } },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => (text += chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
