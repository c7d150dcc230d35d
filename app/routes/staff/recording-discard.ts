import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { isForm, postedForm } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage, withProblemPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { discardRecording } from '../../dictation/recording/stop-recording'

export const loader = nothingToRead

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = isForm(request) ? await postedForm(request) : null
  const work = asStaff({ request, context, ...(form ? { form } : {}) }, async (tx) => {
    const recordingId = idFrom(params['recordingId'])
    const recording = await findRecording(tx, recordingId)
    if (!recording) throw notFound()
    await discardRecording(tx, recordingId)
    if (!form) return new Response(null, { status: 204 })
    return redirect(staffAt.note(recording.noteId), 303)
  })
  return form ? withProblemPage({ request, context }, work) : withoutPage(work)
}
