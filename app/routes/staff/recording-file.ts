import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { nothingToRead, withProblemPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { discardRecording } from '../../dictation/recording/stop-recording'
import { fileFault, filePartBytes, largestFile, type FileFault } from '../../dictation/recording/sound-file'
import { wholeSecond } from '../../dictation/recording/part-length'
import { startRecording } from '../../dictation/recording/start-recording'
import { finishUpload, storeFilePart } from '../../dictation/recording/store-file-part'
import { encryptSound, newSoundKey } from '../../dictation/sound-key'
import { findDraft } from '../../note/draft/find-draft'
import { holderField } from '../../ui/form/holder'
import { partsOf, readUpload, type Upload } from '../../server/upload'

export const loader = nothingToRead

/**
 * A recording made elsewhere, as a form with the note's id before the file. Stored in parts as it arrives, decoded
 * later. A file that cannot be sound is refused and not kept.
 */
export function action(args: ActionFunctionArgs) {
  return withProblemPage(args, takeIn(args))
}

type Arrival = Pick<ActionFunctionArgs, 'request' | 'context'>

async function takeIn(args: ActionFunctionArgs): Promise<Response> {
  const upload = await readUpload(args.request, 'sound')
  try {
    return await takeUpload(args, upload)
  } finally {
    upload.leave()
  }
}

async function takeUpload(
  { request, context, params }: ActionFunctionArgs,
  upload: Upload,
): Promise<Response> {
  const form = new FormData()
  const arrival = { request, context, form }
  const recordingId = idFrom(params['recordingId'])
  const mark = upload.fields.get(holderField)
  if (mark !== undefined) form.set(holderField, mark)
  const noteId = idFrom(upload.fields.get('noteId'))
  const parts = partsOf(upload.file, filePartBytes)
  const first = (await parts.next()).value ?? Buffer.alloc(0)
  const fault = fileFault(upload.fileName, first)
  const { key, encrypted } = newSoundKey(context.dataKeys)
  const begun = await begin(arrival, { recordingId, noteId, keyEncrypted: fault ? null : encrypted })
  if (fault || begun === 'before') return toNote(noteId, fault ?? 'mottagen')
  const bytes = await store(arrival, { recordingId, key, first, parts })
  if (bytes <= largestFile && !upload.isCut()) {
    await asStaff(arrival, (tx, { municipalityId }) => finishUpload(tx, municipalityId, recordingId))
    return toNote(noteId, 'mottagen')
  }
  await asStaff(arrival, (tx) => discardRecording(tx, recordingId))
  return toNote(noteId, bytes > largestFile ? 'tooLarge' : 'unreadable')
}

type Beginning = { recordingId: string; noteId: string; keyEncrypted: Buffer | null }

/** `before`: this form was already sent. */
function begin(
  arrival: Arrival,
  { recordingId, noteId, keyEncrypted }: Beginning,
): Promise<'now' | 'before'> {
  return asStaff(arrival, async (tx, { subjectId }) => {
    const draft = await findDraft(tx, noteId)
    if (!draft) throw notFound()
    if (!keyEncrypted || (await findRecording(tx, recordingId))) return 'before'
    const now = arrival.context.now()
    const recording = { recordingId, versionId: draft.versionId, authorId: subjectId, keyEncrypted, now }
    const kind = { source: 'upload', mode: 'automatic', partMs: wholeSecond } as const
    if (!(await startRecording(tx, { ...recording, ...kind }))) throw notFound()
    return 'now'
  })
}

type Parts = { recordingId: string; key: Buffer; first: Buffer; parts: AsyncGenerator<Buffer, undefined> }

/** Stores each part in its own transaction. Returns the bytes received; stops when there are too many. */
async function store(arrival: Arrival, { recordingId, key, first, parts }: Parts): Promise<number> {
  let [number, bytes] = [0, 0]
  const keep = async (part: Buffer) => {
    bytes += part.length
    if (bytes > largestFile) return
    const stored = { recordingId, number: number++, bytes: encryptSound(key, part) }
    await asStaff(arrival, (tx) => storeFilePart(tx, stored))
  }
  await keep(first)
  for await (const part of parts) {
    await keep(part)
    if (bytes > largestFile) break
  }
  return bytes
}

function toNote(noteId: string, outcome: FileFault | 'mottagen'): Response {
  return redirect(`${staffAt.note(noteId)}?fil=${outcome}#ladda-upp`, 303)
}
