import { connect, type Socket } from 'node:net'

type Slow = {
  origin: string
  /** Where the server listens, if not at its origin. */
  address?: string
  path: string
  method?: 'POST' | 'PUT'
  headers?: Record<string, string>
}

/** A sender that has said how much will come, has sent one byte of it, and now takes its time. */
export type SlowSender = {
  /** Resolves when the server has ended it. */
  ended: Promise<void>
  close: () => void
}

export async function startSlowSender({
  origin,
  address = origin,
  path,
  method = 'POST',
  headers = {},
}: Slow): Promise<SlowSender> {
  const { hostname, port, host } = new URL(address)
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
  const ended = new Promise<void>((resolve) => void socket.once('close', () => resolve()))
  // Ended by the server in the middle of a word: as it should be.
  socket.on('error', () => undefined)
  socket.resume()
  await written(socket, [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 10000',
    ...Object.entries(headers).map((header) => header.join(': ')),
    '',
    'a',
  ])
  return { ended, close: () => void socket.destroy() }
}

function written(socket: Socket, lines: string[]): Promise<void> {
  return new Promise((resolve) => void socket.write(lines.join('\r\n'), () => resolve()))
}

/** Sends the head of a quick exit, waits for the answer, and only then sends the body. */
export function leaveEarly(origin: string): Promise<void> {
  const { port, host } = new URL(origin)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  const head = ['POST /lamna HTTP/1.1', `Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 4', '', '']
  socket.write(head.join('\r\n'))
  return new Promise((resolve) => {
    socket.once('data', () => socket.end('a=b&'))
    socket.resume()
    socket.once('close', () => resolve())
  })
}
