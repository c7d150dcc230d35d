import { parentPort, workerData } from 'node:worker_threads'
import { type WorkerReply, type WorkerSettings, type WorkerTask } from './speech-task.ts'
import { loadWhisper } from './whisper.ts'

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
