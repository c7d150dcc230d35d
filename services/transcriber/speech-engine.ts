import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ModelError, type VerifiedModel } from './model-files.ts'
import { type Recognition, type ThreadReply, type ThreadSettings, type SpeechTask } from './speech-task.ts'

const HUNG_MS = 180_000

export class EngineError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EngineError'
  }
}

/** A loaded model in a thread of its own, for one task at a time. */
export type SpeechEngine = {
  readonly model: VerifiedModel
  recognise(task: SpeechTask): Promise<Recognition>
  readonly hasEnded: boolean
  end(): Promise<void>
}

/** Loads a verified model. @throws ModelError 'engine_error' when the runtime refuses it */
export async function startEngine(model: VerifiedModel): Promise<SpeechEngine> {
  // Without its arena the runtime keeps less memory between phrases. Measured: only worth it for the small model.
  const workerData: ThreadSettings = { folder: model.folder, hasLeanMemory: model.id.endsWith('-small') }
  const thread = new Worker(new URL('speech-worker.ts', import.meta.url), { workerData })
  let hasEnded = false
  thread.once('exit', () => (hasEnded = true))
  // The next task finds out that the thread has died. Without a listener the event would end the whole service.
  thread.on('error', () => {})
  try {
    await nextReply(thread)
  } catch (error) {
    await thread.terminate()
    throw new ModelError('engine_error', `${model.id} cannot be loaded: ${String(error)}`, { cause: error })
  }
  return {
    model,
    recognise: async ({ pcm, prompt }) => {
      if (hasEnded) throw new EngineError('the engine has ended')
      thread.postMessage({ pcm, prompt }, [pcm.buffer])
      const reply = await nextReply(thread)
      if (reply.kind !== 'recognised') {
        throw new EngineError(reply.kind === 'failed' ? reply.message : 'out of step')
      }
      return reply
    },
    get hasEnded() {
      return hasEnded
    },
    end: async () => {
      await thread.terminate()
    },
  }
}

/** The thread's next message. @throws EngineError when it dies, or is silent for too long and is ended */
async function nextReply(thread: Worker): Promise<ThreadReply> {
  const settled = new AbortController()
  const { signal } = settled
  const timer = setTimeout(() => void thread.terminate(), HUNG_MS)
  try {
    const died = once(thread, 'exit', { signal }).then(() => {
      throw new EngineError('the engine died')
    })
    const [reply] = (await Promise.race([once(thread, 'message', { signal }), died])) as [ThreadReply]
    return reply
  } finally {
    clearTimeout(timer)
    settled.abort()
  }
}
