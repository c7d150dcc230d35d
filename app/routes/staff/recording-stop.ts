import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { isForm, postedForm, postedJson } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage, withProblemPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { stopRecording } from '../../dictation/recording/stop-recording'

const posted = z.object({ lastNumber: z.int().min(-1).max(999_999).nullable() })

export const loader = nothingToRead

/** Ends a dictation: from the recording page, which knows the last part, or from a form, which does not. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = isForm(request) ? await postedForm(request) : null
  const body: unknown = form ? { lastNumber: null } : await postedJson(request)
  const read = posted.safeParse(body)
  const work = asStaff({ request, context, ...(form ? { form } : {}) }, async (tx) => {
    const recordingId = idFrom(params['recordingId'])
    const recording = await findRecording(tx, recordingId)
    if (!recording) throw notFound()
    if (!read.success) return new Response(null, { status: 400 })
    const stopped = await stopRecording(tx, recordingId, read.data.lastNumber)
    if (form) return redirect(staffAt.note(recording.noteId), 303)
    return new Response(null, { status: stopped ? 204 : 410 })
  })
  return form ? withProblemPage({ request, context }, work) : withoutPage(work)
}
