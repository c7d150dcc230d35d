import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { readStaffDocumentFile } from '../../document/document-file'
import { shownPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'

/** The document as the bytes that were frozen, for whoever works with the case. Counted as a reading. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asStaff({ request, context }, async (tx) => {
    const found = await readStaffDocumentFile(tx, idFrom(params['caseId']), idFrom(params['documentId']))
    if (!found) throw notFound()
    return found
  })
  return shownPdf(bytes, 'dokument.pdf')
}
