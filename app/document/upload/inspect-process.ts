import { lookInside } from './look-inside.ts'
import type { Inspection } from './inspect-upload.ts'
import { UploadRefusal } from './upload-refusal.ts'
import { Worker } from 'node:worker_threads'

// Its own process, because the file comes from outside: what it makes us do can be ended.
const mostMemory = 600_000_000
new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${mostMemory}) process.kill(process.pid, 'SIGKILL') }, 20)`,
  { eval: true },
).unref()

process.once('message', (bytes: Uint8Array) => void answer(bytes))

async function answer(bytes: Uint8Array): Promise<void> {
  process.send!(await inspect(bytes), () => process.exit(0))
}

async function inspect(bytes: Uint8Array): Promise<Inspection> {
  try {
    return { kind: 'seen', seen: await lookInside(bytes) }
  } catch (error) {
    return { kind: 'refused', rule: error instanceof UploadRefusal ? error.rule : 'broken' }
  }
}
