import { once } from 'node:events'
import { connect } from 'node:net'

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown]
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }

export type Marionette = {
  ask: (command: string, parameters: Record<string, unknown>) => Promise<unknown>
  end: () => void
}

/** Firefox's remote control: JSON with its length before it, answered by number. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, Waiting>()
  let held = Buffer.alloc(0)
  let asked = 0
  socket.on('data', (bytes: Buffer) => {
    held = Buffer.concat([held, bytes])
    for (let text = next(); text !== null; text = next()) take(text)
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has hung up'))
  })
  socket.on('error', () => undefined)
  await once(socket, 'connect')

  function next(): string | null {
    const colon = held.indexOf(':')
    const length = Number(held.toString('latin1', 0, Math.max(colon, 0)))
    if (colon < 1 || held.length < colon + 1 + length) return null
    const text = held.toString('utf8', colon + 1, colon + 1 + length)
    held = held.subarray(colon + 1 + length)
    return text
  }

  function take(text: string): void {
    const answer = JSON.parse(text) as Answer | object
    // The first message is a greeting.
    if (!Array.isArray(answer)) return
    const [, id, error, result] = answer as Answer
    const waiter = waiting.get(id)
    waiting.delete(id)
    if (error) waiter?.reject(new Error(`${error.error}: ${error.message}`))
    else waiter?.resolve(valueOf(result))
  }

  return {
    ask: (command, parameters) =>
      new Promise((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve, reject })
        const text = JSON.stringify([0, asked, command, parameters])
        socket.write(`${Buffer.byteLength(text)}:${text}`)
      }),
    end: () => void socket.destroy(),
  }
}

const valueOf = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && 'value' in result ? result.value : result
