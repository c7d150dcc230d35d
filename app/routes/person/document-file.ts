import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { closedOnDevice } from '../../access/closed-on-device'
import { idFrom } from '../../access/id'
import { readDocumentFile } from '../../document/document-file'
import { notFound } from '../../page/problem'

/** The document as the bytes that were frozen. Counted as a reading. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx) => {
    if (closedOnDevice({ request, context }).includes('documents')) throw notFound()
    const bytes = await readDocumentFile(tx, idFrom(params['caseId']), idFrom(params['documentId']))
    if (!bytes) throw notFound()
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline; filename="dokument.pdf"',
      },
    })
  })
}
