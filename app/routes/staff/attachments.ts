import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { nothingToRead, withProblemPage } from '../../access/without-page'
import { addStaffAttachment } from '../../attachment/add-attachment'
import { attachmentField, outcomeAt } from '../../attachment/attachment-outcome'
import { newAttachment } from '../../attachment/new-attachment'
import { answerIn, draftFault } from '../../message/answer-in'
import { keepAnswer } from '../../message/answer-thread'
import { notKept, notTaken, tooLarge } from '../../page/problem'
import { readWrittenUpload } from '../../server/read-written-upload'
import type { Upload } from '../../server/upload'

export const loader = nothingToRead

/** Adds a file to the answer that is being written in a thread. */
export async function action(args: ActionFunctionArgs) {
  const { form, upload } = await readWrittenUpload(args.request, attachmentField)
  try {
    return await withProblemPage(args, takeIn(args, form, upload))
  } finally {
    upload.leave()
  }
}

async function takeIn(
  { request, context, params }: ActionFunctionArgs,
  form: FormData,
  upload: Upload,
): Promise<Response> {
  if (upload.isFieldCut) throw tooLarge()
  const arrival = { request, context, form }
  const { text, messageId } = answerIn(form)
  const gone = () => notTaken(text)
  // Who may not open the thread has nothing looked into. What was written is kept, whatever becomes of the file.
  const threadId = await asStaff(arrival, async (tx) => {
    if (draftFault(text)) throw notKept(text)
    const threadId = idFrom(params['threadId'], gone)
    if (!(await keepAnswer(tx, threadId, { id: messageId, text }))) throw gone()
    return threadId
  })
  const here = staffAt.thread(threadId)
  const attachment = await newAttachment(upload, context.dataKeys)
  if ('refused' in attachment) return redirect(outcomeAt(here, attachment.refused), 303)
  const outcome = await asStaff(arrival, (tx) =>
    addStaffAttachment(tx, { threadId, attachment, mustWait: context.scansFiles }),
  )
  if (!outcome) throw gone()
  return redirect(outcomeAt(here, outcome === 'added' ? 'received' : outcome), 303)
}
