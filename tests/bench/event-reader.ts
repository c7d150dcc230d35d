import { get } from 'node:http'

export type ArrivedEvent = { kind: string; data: Record<string, unknown>; arrivedAt: number }

/** Reads a stream of server-sent events until it is closed; each event with the moment it came, by performance.now(). */
export function readEvents(
  url: string,
  cookie: string,
  onEvent: (event: ArrivedEvent) => void,
): Promise<{ close: () => void }> {
  return new Promise((resolve, reject) => {
    const asking = get(url, { headers: { cookie, accept: 'text/event-stream' } }, (incoming) => {
      if (incoming.statusCode !== 200) return reject(new Error(`the events answer ${incoming.statusCode}`))
      let rest = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        const arrivedAt = performance.now()
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const kind = /^event: (.*)$/m.exec(block)?.[1]
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (kind && data) onEvent({ kind, data: JSON.parse(data) as Record<string, unknown>, arrivedAt })
        }
      })
      resolve({ close: () => asking.destroy() })
    })
    asking.on('error', reject)
  })
}
