import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../db/local/free-port.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import type { Clip } from './speech.ts'

export type Engine = ServerProcess & { address: string; model: string }

// Where the hub's model was never fetched, the small weights of a package: ratios hold for them as well.
const modelSettings = { NODE_ENV: 'test', TRANSCRIBER_HUB: 'off', TRANSCRIBER_FALLBACK: 'packaged' }

/** Starts the transcription service and waits until it listens. */
export function listeningTranscriber(port: number): Promise<ServerProcess> {
  return startServer({
    name: 'transcriber',
    path: 'services/transcriber/main.ts',
    env: { ...modelSettings, TRANSCRIBER_PORT: String(port) },
  })
}

/** Starts the transcription service and waits until it has its model. */
export async function startTranscriber(): Promise<Engine> {
  const port = await freePort()
  const server = await listeningTranscriber(port)
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    const health = (await (await fetch(`${address}/health`)).json()) as Health
    if (health.status === 'failed') throw new Error(`the transcriber has no model: ${health.reason}`)
    if (health.model) return { ...server, address, model: health.model.id }
    await wait(100)
  }
}

type Health = { status: string; reason?: string; model?: { id: string } }

/** Milliseconds that the service takes for a recording, from the request to the end of the answer. */
export async function serviceTime({ address }: Engine, { file, name }: Clip): Promise<number> {
  const form = new FormData()
  form.set('file', new Blob([Uint8Array.from(file)], { type: 'audio/wav' }), `${name}.wav`)
  form.set('model', 'whisper-1')
  form.set('response_format', 'verbose_json')
  form.append('timestamp_granularities[]', 'word')
  const begun = performance.now()
  const answer = await fetch(`${address}/v1/audio/transcriptions`, { method: 'POST', body: form })
  const { text } = (await answer.json()) as { text?: string }
  if (!text) throw new Error(`the transcriber answers ${answer.status} without text for ${name}`)
  return performance.now() - begun
}

/** Starts the engine alone. */
export async function startBareEngine(): Promise<ServerProcess & { address: string }> {
  const port = await freePort()
  const server = await startServer({
    name: 'bare-engine',
    path: 'tests/bench/bare-engine-server.ts',
    env: { ...modelSettings, PORT: String(port) },
  })
  return { ...server, address: `http://localhost:${port}` }
}

/** Milliseconds that the engine alone takes for a sound, measured in its own process. */
export async function engineTime(
  { address }: { address: string },
  pcm: Float32Array<ArrayBuffer>,
): Promise<number> {
  const answer = await fetch(address, { method: 'POST', body: pcm })
  return ((await answer.json()) as { milliseconds: number }).milliseconds
}
