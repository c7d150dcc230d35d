import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { closedOnDevice } from '../../access/closed-on-device'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { readDocumentFile } from '../../document/document-file'
import { shownPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'

/** The document as the bytes that were frozen. Counted as a reading. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asPerson({ request, context }, async (tx) => {
    const [caseId, documentId] = [idFrom(params['caseId']), idFrom(params['documentId'])]
    if (closedOnDevice({ request, context }).includes('documents')) throw notFound()
    const found = await readDocumentFile(tx, caseId, documentId)
    if (!found) throw notFound()
    return found
  })
  return shownPdf(bytes, 'dokument.pdf')
}
