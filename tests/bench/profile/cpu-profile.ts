import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../../db/local/free-port.ts'

/** Where a function stands; lines and columns begin with 0. */
type CallFrame = { functionName: string; url: string; lineNumber?: number; columnNumber?: number }

/** As V8 gives it (Chrome DevTools Protocol, Profiler.Profile): a tree of calls, and which of them ran at each sample. */
export type CpuProfile = {
  nodes: { id: number; callFrame: CallFrame; children?: number[] }[]
  samples: number[]
  /** Microseconds between each sample and the one before. */
  timeDeltas: number[]
}

/** Starts a process which opens its inspector on a port of its own when it is asked to. */
export async function startInspectable<T>(start: () => Promise<T>): Promise<{ started: T; port: number }> {
  const port = await freePort()
  // What is forked takes the flags of this process.
  const flags = [...process.execArgv]
  process.execArgv.push(`--inspect-port=127.0.0.1:${port}`)
  try {
    return { started: await start(), port }
  } finally {
    process.execArgv = flags
  }
}

/** What the process does meanwhile, sampled each millisecond. */
export async function profileOf(
  { pid, port }: { pid: number; port: number },
  meanwhile: () => Promise<unknown>,
): Promise<CpuProfile> {
  // Node opens its inspector on this signal.
  process.kill(pid, 'SIGUSR1')
  const socket = new WebSocket(await addressOf(port))
  await once(socket, 'open')
  await ask(socket, 'Profiler.enable')
  await ask(socket, 'Profiler.start')
  await meanwhile()
  const { profile } = (await ask(socket, 'Profiler.stop')) as { profile: CpuProfile }
  socket.close()
  return profile
}

async function addressOf(port: number): Promise<string> {
  for (let waited = 0; waited < 100; waited += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null)
    if (answer) {
      const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[]
      return target!.webSocketDebuggerUrl
    }
    await pause(100)
  }
  throw new Error(`no inspector opens on port ${port}`)
}

let lastAsked = 0

function ask(socket: WebSocket, method: string): Promise<unknown> {
  lastAsked += 1
  const id = lastAsked
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent) => {
      const answer = JSON.parse(String(data)) as {
        id?: number
        result?: unknown
        error?: { message: string }
      }
      if (answer.id !== id) return
      socket.removeEventListener('message', hear)
      if (answer.error) reject(new Error(answer.error.message))
      else resolve(answer.result)
    }
    socket.addEventListener('message', hear)
    socket.send(JSON.stringify({ id, method }))
  })
}
