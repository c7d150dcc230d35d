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

export type SpeechEngine = {
  readonly model: VerifiedModel
  /** Called off, it stops at its next word and rejects with the signal's reason. */
  recognise(task: SpeechTask, signal: AbortSignal): Promise<Recognition>
  readonly hasEnded: boolean
  end(): Promise<void>
}

/** @throws ModelError 'engine_error' when the runtime refuses the model */
export async function startEngine(model: VerifiedModel): Promise<SpeechEngine> {
  // The thread is busy while it listens: it would read a message too late.
  const calledOff = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  // Keeps less memory between phrases. Measured: only worth it for the small model.
  const hasLeanMemory = model.id.endsWith('-small')
  const workerData: ThreadSettings = { folder: model.folder, hasLeanMemory, calledOff }
  const thread = new Worker(new URL('speech-worker.ts', import.meta.url), { workerData })
  let hasEnded = false
  thread.once('exit', () => (hasEnded = true))
  // Without a listener the whole service would end. The next task finds out.
  thread.on('error', () => {})
  try {
    await nextReply(thread)
  } catch (error) {
    await thread.terminate()
    throw new ModelError('engine_error', `${model.id} cannot be loaded: ${String(error)}`, { cause: error })
  }
  return {
    model,
    recognise: async ({ pcm, prompt }, signal) => {
      if (hasEnded) throw new EngineError('the engine has ended')
      signal.throwIfAborted()
      const callOff = () => void Atomics.store(calledOff, 0, 1)
      Atomics.store(calledOff, 0, 0)
      signal.addEventListener('abort', callOff, { once: true })
      thread.postMessage({ pcm, prompt }, [pcm.buffer])
      const reply = await nextReply(thread).finally(() => signal.removeEventListener('abort', callOff))
      signal.throwIfAborted()
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

/** @throws EngineError when the thread dies, or is ended because it was silent too long */
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
