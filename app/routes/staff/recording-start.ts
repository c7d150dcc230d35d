import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedJson } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage } from '../../access/without-page'
import { startRecording } from '../../dictation/recording/start-recording'
import { newSoundKey } from '../../dictation/sound-key'
import { partLengths, wholeSecond } from '../../dictation/recording/part-length'
import { findDraft } from '../../note/draft/find-draft'

const posted = z.object({
  recordingId: z.uuid(),
  mode: z.enum(['automatic', 'spoken', 'off']),
  // A page that was open before there were shorter ones says nothing.
  partMs: z.literal(partLengths).default(wholeSecond),
})

export const loader = nothingToRead

export async function action({ request, context, params }: ActionFunctionArgs) {
  const read = posted.safeParse(await postedJson(request))
  const work = asStaff({ request, context }, async (tx, { subjectId }) => {
    const draft = await findDraft(tx, idFrom(params['noteId']))
    if (!draft) throw notFound()
    if (!read.success) return new Response(null, { status: 400 })
    const started = await startRecording(tx, {
      ...read.data,
      versionId: draft.versionId,
      authorId: subjectId,
      source: 'live',
      partMs: read.data.partMs,
      keyEncrypted: newSoundKey(context.dataKeys).encrypted,
      now: context.now(),
    })
    if (!started) throw notFound()
    return Response.json({ recordingId: read.data.recordingId })
  })
  return withoutPage(work)
}
