import { limitProcess } from '../../apart/limit-process.ts'
import { lookInside } from './look-inside.ts'
import type { Inspection } from './inspect-upload.ts'
import { UploadRefusal } from './upload-refusal.ts'

// Its own process, because the file comes from outside: what it makes us do can be ended.
limitProcess({ bytes: 600_000_000, seconds: 30 })

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
