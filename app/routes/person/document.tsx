import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { answererName } from '../../case/caseworkers'
import { DocumentPage } from '../../document/document-page'
import { itemTitle, kindBeside } from '../../reading/item-title'
import { ReceiptInfo } from '../../document/receipt-info'
import { findDocument, readDocument } from '../../document/read-document'
import { useLanguage } from '../../i18n/language-context'
import { OnPaper } from '../../reading/on-paper'
import { RemarkSaved } from '../../remark/remarks'
import { EarlierAppeals } from '../../signing/appeal/earlier-appeals'
import { AskedToSign } from '../../signing/page/asked-to-sign'
import { listAppealable, listSignatureRequests } from '../../signing/request/signature-request'
import { isChild } from '../../person/is-child'
import { ClosedOnThisDevice } from '../../person/closed-on-device-notice'
import { HelpNow } from '../../ui/help-lines'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'document:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asPerson({ request, context }, async (tx, { givenName, emergency }) => {
    const document = await findDocument(tx, idFrom(params['caseId']), idFrom(params['documentId']))
    if (!document) throw notFound()
    const shown = {
      document,
      reader: givenName,
      wish: searchParams.get('text'),
      isSaved: searchParams.has('sparat'),
      emergency,
    }
    // Closed on this device: nothing is shown, so no reading is logged.
    if (closedOnDevice({ request, context }).includes('documents'))
      return { ...shown, asked: [], earlier: [], versions: null }
    const asked = context.bankId ? await listSignatureRequests(tx, document.caseId, document.id) : []
    const appeals = await listAppealable(tx, document.caseId, document.id)
    const earlier = appeals.filter(({ id }) => !asked.some((one) => one.id === id))
    return { ...shown, asked, earlier, versions: await readDocument(tx, document.id) }
  })
}

export default function DocumentRoute() {
  const { document, reader, asked, earlier, versions, wish, isSaved, emergency } =
    useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const caseworker = answererName(document.caseworkers) ?? t('case:caseworker.unnamed')
  const title = itemTitle(document, document.audience)
  return (
    <>
      <BackLink href={personAt.documents(document.caseId)}>{t('document:listTitle')}</BackLink>
      <PageHeading
        title={<Swedish>{title}</Swedish>}
        detail={[kindBeside(title, t(`document:type.${document.type}`)), dates.day(document.datedOn)]
          .filter(Boolean)
          .join(' · ')}
      />
      <OnPaper caseNumber={document.caseNumber} reader={reader} dated={document.datedOn} />
      <RemarkSaved isSaved={isSaved} />
      {versions ? (
        <DocumentPage
          document={document}
          versions={versions}
          wish={wish}
          caseworker={caseworker}
          asked={
            asked.length > 0 ? (
              <>
                <AskedToSign requests={asked} caseworker={caseworker} />
                <EarlierAppeals earlier={earlier} />
              </>
            ) : document.receiptAsked ? (
              <ReceiptInfo caseworker={caseworker} />
            ) : null
          }
        />
      ) : (
        <ClosedOnThisDevice what="documents" />
      )}
      <HelpNow emergency={emergency} isForYoung={isChild(document.audience)} />
    </>
  )
}
