import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { findDocumentDraft } from '../../document/draft/document-draft'
import { readUploaded } from '../../document/finished/read-uploaded'
import { tryPdf } from '../../document/pdf/try-pdf'
import { shownPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'

const name = 'utkast.pdf'

/** A draft as the PDF that would be frozen now, for its writer. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const { documentId, content, uploaded } = await asStaff({ request, context }, async (tx) => {
    const draft = await findDocumentDraft(tx, idFrom(params['documentId']))
    if (!draft) throw notFound()
    return { ...draft, uploaded: await readUploaded(tx, draft.documentId) }
  })
  if (uploaded) return shownPdf(uploaded, name)
  const tried = content && (await tryPdf(content, context.now()))
  if (!tried?.made) return redirect(`${staffAt.documentDraft(documentId)}?saknas=1`, 303)
  return shownPdf(tried.made.bytes, name)
}
