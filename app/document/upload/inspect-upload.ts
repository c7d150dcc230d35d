import { fork } from 'node:child_process'
import { once } from 'node:events'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import type { SeenPdf } from './look-inside.ts'
import { mostUploadBytes } from './upload-limit.ts'
import { UploadRefusal, type UploadRule } from './upload-refusal.ts'

export type Inspection = { kind: 'seen'; seen: SeenPdf } | { kind: 'refused'; rule: UploadRule }

/** From the project's root, because the pages are bundled to another place. */
const program = join(
  dirname(findPackageJSON('.', import.meta.url)!),
  'app/document/upload/inspect-process.ts',
)
const patience = 30_000

/** Looks into a file from outside in a process that can be ended. @throws UploadRefusal */
export async function inspectUpload(bytes: Uint8Array): Promise<SeenPdf> {
  // Not worth a process.
  if (bytes.length > mostUploadBytes) throw new UploadRefusal('tooLarge')
  const child = fork(program, {
    serialization: 'advanced',
    execArgv: [
      '--max-old-space-size=512',
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--disable-warning=ExperimentalWarning',
    ],
    env: {} as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    const died = once(child, 'exit').then((): Inspection => ({ kind: 'refused', rule: 'tooHeavy' }))
    const answered = once(child, 'message').then(([reply]) => reply as Inspection)
    answered.catch(() => undefined)
    child.send(bytes)
    const found = await Promise.race([answered, died])
    if (found.kind === 'refused') throw new UploadRefusal(found.rule)
    return found.seen
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
