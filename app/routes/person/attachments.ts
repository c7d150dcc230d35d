import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { addAttachment } from '../../attachment/add-attachment'
import { attachmentField, outcomeAt } from '../../attachment/attachment-outcome'
import { newAttachment } from '../../attachment/new-attachment'
import { findAskingCase } from '../../message/asking-case'
import { keepWritten } from '../../message/keep-written'
import { writtenIn } from '../../message/written-in'
import { notFound, notKept, notTaken, tooLarge } from '../../page/problem'
import { readWrittenUpload } from '../../server/read-written-upload'
import type { Upload } from '../../server/upload'

/** A browser may come back here after signing in. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, toQuestions(args))
}

async function toQuestions({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  return asPerson({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    if (!(await findAskingCase(tx, caseId))) throw notFound()
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
  if (upload.isFieldCut) throw tooLarge()
  const arrival = { request, context, form }
  const written = writtenIn(form)
  // What was written is kept, whatever becomes of the file. Who may not open the case has nothing looked into.
  const { caseId, page } = await asPerson(arrival, async (tx) => {
    const caseId = idFrom(params['caseId'], () => notTaken(written.text))
    return { caseId, page: await keepWritten(tx, caseId, written) }
  })
  const attachment = await newAttachment(upload, context.dataKeys)
  if ('refused' in attachment) return redirect(outcomeAt(page, attachment.refused), 303)
  const outcome = await asPerson(arrival, (tx) =>
    addAttachment(tx, { caseId, draftId: written.messageId, attachment, mustWait: context.scansFiles }),
  )
  // Sent, or thrown away, while the file was on its way.
  if (!outcome) throw notKept(written.text)
  return redirect(outcomeAt(page, outcome === 'added' ? 'received' : outcome), 303)
}
