import { WaitingLine } from '../../apart/waiting-line.ts'
import { runApart } from '../../apart/run-apart.ts'
import type { SeenPdf } from './look-inside.ts'
import { mostUploadBytes } from './upload-limit.ts'
import { UploadRefusal, type UploadRule } from './upload-refusal.ts'

export type Inspection = { kind: 'seen'; seen: SeenPdf } | { kind: 'refused'; rule: UploadRule }

const inspector = { program: 'app/document/upload/inspect-process.ts', patienceInMs: 120_000 }

// Each takes a process of up to 600 MB; whoever waits holds their file in memory meanwhile.
const line = new WaitingLine({ atOnce: 2, mostWaiting: 10 })

/** Looks into a file from outside in a process that can be ended, when its turn has come. @throws UploadRefusal */
export async function inspectUpload(bytes: Uint8Array): Promise<SeenPdf> {
  // Not worth a process.
  if (bytes.length > mostUploadBytes) throw new UploadRefusal('tooLarge')
  if (line.isFull) throw new UploadRefusal('busy')
  const found = await line.take(() => runApart<Inspection>(inspector, bytes))
  if (!found) throw new UploadRefusal('tooHeavy')
  if (found.kind === 'refused') throw new UploadRefusal(found.rule)
  return found.seen
}
