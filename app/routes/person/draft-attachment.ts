import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { attachmentField } from '../../attachment/attachment-outcome'
import { readAttachment } from '../../attachment/read-attachment'
import { removeAttachment } from '../../attachment/remove-attachment'
import { keepWritten } from '../../message/keep-written'
import { findDraft } from '../../message/message-draft'
import { writtenIn } from '../../message/written-in'
import { notFound, notTaken } from '../../page/problem'

/** A file of what one is writing oneself. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

/** Takes it off again, and keeps the words. */
export function action(args: ActionFunctionArgs) {
  return withProblemPage(args, takeOff(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const file = await asPerson({ request, context }, async (tx) => {
    const found = await readAttachment(tx, { ...idsIn(params), threadId: null, keys: context.dataKeys })
    if (!found) throw notFound()
    return found
  })
  return new Response(new Uint8Array(file.bytes), { headers: attachmentHeaders(file) })
}

async function takeOff({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const written = writtenIn(form)
    const ids = idsIn(params, () => notTaken(written.text))
    const isThere = await removeAttachment(tx, ids)
    // Pressed twice, it is off, and the words are kept.
    if (!isThere && !(await findDraft(tx, ids.caseId, written.messageId))) throw notTaken(written.text)
    const page = await keepWritten(tx, ids.caseId, written)
    return redirect(`${page}#${attachmentField}`, 303)
  })
}

const idsIn = (params: LoaderFunctionArgs['params'], fault: () => unknown = notFound) => ({
  caseId: idFrom(params['caseId'], fault),
  attachmentId: idFrom(params['attachmentId'], fault),
})
