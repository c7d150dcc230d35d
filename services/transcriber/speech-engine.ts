import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ModelError, type VerifiedModel } from './model-files.ts'
import { type Recognition, type WorkerReply, type WorkerSettings, type WorkerTask } from './speech-task.ts'

/** Ten times what the slowest piece took on two cores: whatever is still silent then has hung. */
const HUNG_MS = 180_000

export class EngineError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EngineError'
  }
}

/** A loaded model in a thread of its own. One task at a time: whoever calls keeps the order. */
export type SpeechEngine = {
  readonly model: VerifiedModel
  /** @throws EngineError, after which the engine is gone when `hasEnded` */
  recognise(task: WorkerTask): Promise<Recognition>
  readonly hasEnded: boolean
  end(): Promise<void>
}

/** Loads a model that was verified. @throws ModelError 'engine_error' when the runtime does not take it */
export async function startEngine(model: VerifiedModel): Promise<SpeechEngine> {
  // Measured: without its arena the runtime keeps less memory between phrases; only small gains enough by it.
  const workerData: WorkerSettings = { folder: model.folder, hasLeanMemory: model.id.endsWith('-small') }
  const worker = new Worker(new URL('speech-worker.ts', import.meta.url), { workerData })
  let hasEnded = false
  worker.once('exit', () => (hasEnded = true))
  // A death between two tasks is found by the next one; unheard, the event would end the whole service.
  worker.on('error', () => {})
  try {
    await nextReply(worker)
  } catch (error) {
    await worker.terminate()
    throw new ModelError('engine_error', `${model.id} cannot be loaded: ${String(error)}`, { cause: error })
  }
  return {
    model,
    recognise: async ({ pcm, prompt }) => {
      if (hasEnded) throw new EngineError('the engine has ended')
      worker.postMessage({ pcm, prompt }, [pcm.buffer])
      const reply = await nextReply(worker)
      if (reply.kind !== 'recognised') {
        throw new EngineError(reply.kind === 'failed' ? reply.message : 'out of step')
      }
      return reply
    },
    get hasEnded() {
      return hasEnded
    },
    end: async () => {
      await worker.terminate()
    },
  }
}

/** The next thing the worker says; its death or its silence is an EngineError. */
async function nextReply(worker: Worker): Promise<WorkerReply> {
  const settled = new AbortController()
  const { signal } = settled
  const timer = setTimeout(() => void worker.terminate(), HUNG_MS)
  try {
    const died = once(worker, 'exit', { signal }).then(() => {
      throw new EngineError('the engine died')
    })
    const [reply] = (await Promise.race([once(worker, 'message', { signal }), died])) as [WorkerReply]
    return reply
  } finally {
    clearTimeout(timer)
    settled.abort()
  }
}
