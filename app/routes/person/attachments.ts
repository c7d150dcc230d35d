import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { textOf } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { addAttachment } from '../../attachment/add-attachment'
import { attachmentField, outcomeAt } from '../../attachment/attachment-outcome'
import { newAttachment } from '../../attachment/new-attachment'
import { findThreads } from '../../message/threads'
import { notFound } from '../../page/problem'
import { readWrittenUpload } from '../../server/read-written-upload'
import type { Upload } from '../../server/upload'

/** A browser may come back here after signing in. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, toQuestions(args))
}

async function toQuestions({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  return asPerson({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    if (!(await findThreads(tx, caseId, 1))) throw notFound()
    return redirect(personAt.threads(caseId), 303)
  })
}

/** Adds a file to what is being written. */
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
  const arrival = { request, context, form }
  // Who may not open the case has nothing looked into.
  const { caseId, draftId } = await asPerson(arrival, async (tx) => {
    const caseId = idFrom(params['caseId'])
    if (!(await findThreads(tx, caseId, 1))) throw notFound()
    return { caseId, draftId: idFrom(textOf(form, 'message')) }
  })
  const here = personAt.threads(caseId)
  const attachment = await newAttachment(upload, context.dataKeys)
  if ('refused' in attachment) return redirect(outcomeAt(here, attachment.refused), 303)
  const outcome = await asPerson(arrival, (tx) =>
    addAttachment(tx, { caseId, draftId, attachment, mustWait: context.scansFiles }),
  )
  if (!outcome) throw notFound()
  return redirect(outcomeAt(here, outcome === 'added' ? 'received' : outcome), 303)
}
