import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { ClamdAddress } from '../../../app/server/clamd-setting.ts'

/** `away`: there was no answer, or none that says anything of the file: it is asked again later. */
export type ScanAnswer = 'clean' | 'infected' | { away: string }

const chunkBytes = 64 * 1024
const longestAnswer = 4096

type Scan = {
  address: ClamdAddress
  /** For all of it. clamd itself gives up on a file after two minutes (MaxScanTime). */
  patienceInMs?: number
  signal?: AbortSignal
}

/**
 * Has clamd look at a file: its protocol's INSTREAM, ended by NUL (clamd(8)). It is sent no name and nothing else of the file
 * but its bytes. Never throws: whatever goes wrong, the file has not been judged.
 */
export async function scanFile(
  bytes: Uint8Array,
  { address, patienceInMs = 150_000, signal }: Scan,
): Promise<ScanAnswer> {
  const socket = connect({ ...address, allowHalfOpen: true })
  const answer = answerOf(socket)
  const tooLate = AbortSignal.timeout(patienceInMs)
  const ended = signal ? AbortSignal.any([signal, tooLate]) : tooLate
  const end = () => socket.destroy(new Error('ended'))
  ended.addEventListener('abort', end, { once: true })
  if (ended.aborted) end()
  // What cannot be sent says nothing: the answer does, or that there is none.
  const sending = send(socket, bytes).catch(() => undefined)
  try {
    return judged(await answer)
  } catch (error) {
    return { away: (error as NodeJS.ErrnoException).code ?? 'unanswered' }
  } finally {
    ended.removeEventListener('abort', end)
    socket.destroy()
    await sending
  }
}

/**
 * Everything clamd says until it closes, whatever happens to what we send: over its limit it answers while we still send,
 * and breaks off.
 */
function answerOf(socket: Socket): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      said = (said + part).slice(0, longestAnswer)
      if (said.includes('\0')) resolve(said)
    })
    socket.on('end', () => resolve(said))
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)))
    socket.on('close', () => resolve(said))
  })
}

/** In pieces with their lengths, an empty one last. Stops when there is an answer or nobody who reads. */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (socket.connecting) await once(socket, 'connect')
  const isOver = () => socket.bytesRead > 0 || !socket.writable
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length && !isOver(); at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    // Called when it has gone, and when it never will.
    await new Promise((resolve) => socket.write(chunk, resolve))
    // What has arrived is read before the next piece is sent: a line found broken takes an unread answer with it. The first
    // comes before anything is read, the second after.
    await setImmediate()
    await setImmediate()
  }
  if (!isOver()) socket.write(Buffer.alloc(4))
}

function judged(said: string): ScanAnswer {
  const answer = said.replace(/\0.*$/s, '').trim()
  if (/^stream: OK$/.test(answer)) return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  return { away: /size limit exceeded/i.test(answer) ? 'sizeLimit' : 'unanswered' }
}
