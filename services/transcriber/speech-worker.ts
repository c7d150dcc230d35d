import { parentPort, workerData } from 'node:worker_threads'
import { type ThreadReply, type ThreadSettings, type SpeechTask } from './speech-task.ts'
import { loadWhisper } from './whisper.ts'

// The runtime blocks its thread, which would hold up /health.
const port = parentPort!
const { folder, hasLeanMemory, calledOff } = workerData as ThreadSettings
const recogniser = await loadWhisper(folder, hasLeanMemory)

port.on('message', (task: SpeechTask) => void work(task))
reply({ kind: 'ready' })

async function work({ pcm, prompt }: SpeechTask): Promise<void> {
  const begun = performance.now()
  try {
    const segments = await recogniser.recognise(pcm, prompt, () => Atomics.load(calledOff, 0) === 1)
    reply({ kind: 'recognised', segments, milliseconds: performance.now() - begun })
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

function reply(message: ThreadReply): void {
  port.postMessage(message)
}
