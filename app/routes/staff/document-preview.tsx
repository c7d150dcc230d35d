import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff, lookAs } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { AsReader } from '../../disclosure/as-reader'
import { PreviewFrame } from '../../disclosure/preview-frame'
import { ReceiptInfo } from '../../document/receipt-info'
import { documentReaders } from '../../document/release/document-readers'
import {
  findDocumentPreview,
  prepareDocument,
  readPreviewedDocument,
} from '../../document/release/find-preview'
import { PreviewedDocument } from '../../document/release/previewed-document'
import { AskedToSign } from '../../signing/page/asked-to-sign'
import { listSignatureRequests } from '../../signing/request/signature-request'

export const handle = { script: false, title: 'release:preview.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const now = context.now()
  // Stored before the preview, which is rolled back.
  const { ids, caseId, ...preview } = await asStaff({ request, context }, async (tx) => {
    const ids = { documentId: idFrom(params['documentId']), personId: idFrom(params['personId']) }
    const found = await findDocumentPreview(tx, { ...ids, dataKeys: context.dataKeys, now })
    if (!found) throw notFound()
    return { ids, ...found }
  })
  const look = {
    personId: ids.personId,
    prepare: (tx: Parameters<typeof prepareDocument>[0]) => prepareDocument(tx, { ...ids, now }),
    read: async (tx: Parameters<typeof readPreviewedDocument>[0]) => {
      const shown = await readPreviewedDocument(tx, { ...ids, caseId })
      return shown && { ...shown, asked: await listSignatureRequests(tx, caseId, ids.documentId) }
    },
  }
  const shown = preview.missing.length > 0 ? null : await lookAs({ request, context }, look)
  return {
    ...preview,
    documentId: ids.documentId,
    shown,
    wish: new URL(request.url).searchParams.get('text'),
  }
}

export default function DocumentPreviewRoute() {
  const { documentId, shown, wish, ...frame } = useLoaderData<typeof loader>()
  return (
    <PreviewFrame at={documentReaders(documentId)} {...frame}>
      {shown ? (
        <AsReader reader={frame.reader}>
          <PreviewedDocument
            document={shown.document}
            versions={shown.versions}
            wish={wish}
            askedBy={(caseworker) =>
              shown.asked.length > 0 ? (
                <AskedToSign requests={shown.asked} caseworker={caseworker} />
              ) : shown.document.receiptAsked ? (
                <ReceiptInfo caseworker={caseworker} />
              ) : null
            }
          />
        </AsReader>
      ) : null}
    </PreviewFrame>
  )
}
