import { inspectUpload } from '../document/upload/inspect-upload.ts'
import type { SeenPdf } from '../document/upload/look-inside.ts'
import { UploadRefusal, type UploadRule } from '../document/upload/upload-refusal.ts'
import { problem, type IngestProblem } from './problems.ts'

const details: Record<Exclude<UploadRule, 'busy'>, string> = {
  tooLarge: 'is larger than 20 MB',
  notPdf: 'is no whole PDF',
  encrypted: 'is encrypted',
  broken: 'is broken',
  script: 'holds a script',
  action: 'holds an action that starts or opens something else',
  embeddedFile: 'holds another file',
  form: 'holds a form',
  media: 'holds sound, film or 3D',
  noPages: 'has no page',
  tooHeavy: 'takes too much time or memory to look into',
}

/** A finished PDF that came with a document, looked into before anything of it is kept. */
export async function readPdf(sent: string): Promise<{ bytes: Buffer; seen: SeenPdf } | IngestProblem> {
  const bytes = Buffer.from(sent, 'base64')
  try {
    return { bytes, seen: await inspectUpload(bytes) }
  } catch (error) {
    if (!(error instanceof UploadRefusal)) throw error
    if (error.rule === 'busy') return problem('unavailable')
    return problem('invalid', [{ pointer: '/pdf', detail: details[error.rule] }])
  }
}
