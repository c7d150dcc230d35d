import { parentPort, workerData } from 'node:worker_threads'
import { loadWhisper } from './whisper.ts'
import { type RecognisedSegment } from './whisper-words.ts'

/** What the worker is started with. */
export type WorkerSettings = { folder: string; hasLeanMemory: boolean }
export type WorkerTask = { pcm: Float32Array<ArrayBuffer>; prompt: string | null }
export type WorkerReply =
  | { kind: 'ready' }
  | { kind: 'recognised'; segments: RecognisedSegment[]; milliseconds: number }
  | { kind: 'failed'; message: string }

// The runtime blocks its thread while it computes; here it blocks nobody who asks for the state of the service.
const port = parentPort!
const { folder, hasLeanMemory } = workerData as WorkerSettings
const recogniser = await loadWhisper(folder, hasLeanMemory)

port.on('message', (task: WorkerTask) => void work(task))
reply({ kind: 'ready' })

async function work({ pcm, prompt }: WorkerTask): Promise<void> {
  const begun = performance.now()
  try {
    const segments = await recogniser.recognise(pcm, prompt)
    reply({ kind: 'recognised', segments, milliseconds: performance.now() - begun })
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

function reply(message: WorkerReply): void {
  port.postMessage(message)
}
