import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { readStaffAttachment } from '../../attachment/read-attachment'
import { removeStaffAttachment } from '../../attachment/remove-attachment'
import { attachmentField } from '../../attachment/attachment-outcome'
import { answerIn, draftFault } from '../../message/answer-in'
import { keepAnswer } from '../../message/answer-thread'
import { readStaffThread } from '../../message/staff-thread'
import { notFound, notKept, notTaken } from '../../page/problem'

/** A file of a thread, or of what the staff member is writing there. Counted as a reading once it is sent. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

/** Takes a file off what the staff member is writing, and keeps the words. */
export function action(args: ActionFunctionArgs) {
  return withProblemPage(args, takeOff(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const file = await asStaff({ request, context }, async (tx) => {
    const found = await readStaffAttachment(tx, { ...idsIn(params), keys: context.dataKeys })
    if (!found) throw notFound()
    return found
  })
  return new Response(new Uint8Array(file.bytes), { headers: attachmentHeaders(file) })
}

async function takeOff({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { text, messageId } = answerIn(form)
    const gone = () => notTaken(text)
    const ids = idsIn(params, gone)
    if (!(await readStaffThread(tx, ids.threadId))) throw gone()
    // Before the words are kept: a draft of neither words nor files is none.
    await removeStaffAttachment(tx, ids)
    if (draftFault(text)) throw notKept(text)
    await keepAnswer(tx, ids.threadId, { id: messageId, text })
    return redirect(`${staffAt.thread(ids.threadId)}#${attachmentField}`, 303)
  })
}

const idsIn = (params: LoaderFunctionArgs['params'], missing: () => unknown = notFound) => ({
  threadId: idFrom(params['threadId'], missing),
  attachmentId: idFrom(params['attachmentId'], missing),
})
