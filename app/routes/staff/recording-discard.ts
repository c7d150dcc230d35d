import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage } from '../../access/without-page'
import { findRecording } from '../../dictation/recording/find-recording'
import { discardRecording } from '../../dictation/recording/stop-recording'

export const loader = nothingToRead

export function action({ request, context, params }: ActionFunctionArgs) {
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const work = asStaff({ request, context }, async (tx) => {
    const recordingId = idFrom(params['recordingId'])
    const recording = await findRecording(tx, recordingId)
    if (!recording) throw notFound()
    await discardRecording(tx, recordingId)
    if (!isForm) return new Response(null, { status: 204 })
    return redirect(staffAt.note(recording.noteId), 303)
  })
  return withoutPage(work)
}
