import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { readAttachment } from '../../attachment/read-attachment'
import { removeAttachment } from '../../attachment/remove-attachment'
import { notFound } from '../../page/problem'

/** A file of what one is writing oneself. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

/** Takes it off again. */
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
    const ids = idsIn(params)
    if (!(await removeAttachment(tx, ids))) throw notFound()
    return redirect(personAt.threads(ids.caseId), 303)
  })
}

const idsIn = (params: LoaderFunctionArgs['params']) => ({
  caseId: idFrom(params['caseId']),
  attachmentId: idFrom(params['attachmentId']),
})
