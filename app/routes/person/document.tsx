import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { askAsPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { answererName } from '../../case/caseworkers'
import { DocumentPage } from '../../document/document-page'
import { itemTitle, kindBeside } from '../../reading/item-title'
import { ReceiptInfo } from '../../document/receipt-info'
import { documentQuestion, documentVersion } from '../../document/read-document'
import { useLanguage } from '../../i18n/language-context'
import { OnPaper } from '../../reading/on-paper'
import { RemarkSaved } from '../../remark/remarks'
import { lastDayOf } from '../../signing/appeal/appeal-time'
import { EarlierAppeals } from '../../signing/appeal/earlier-appeals'
import { WayToAppeal, WaysToAppeal } from '../../signing/appeal/ways-to-appeal'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { AskedToSign } from '../../signing/page/asked-to-sign'
import {
  appealableAmong,
  newestOfEachAct,
  type SignatureRequest,
} from '../../signing/request/signature-request'
import { isChild } from '../../person/is-child'
import { ClosedOnThisDevice } from '../../person/closed-on-device-notice'
import { HelpNow } from '../../ui/help-lines'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'document:title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  // Closed on this device: nothing is shown, so no reading is logged.
  const isOpened = !closedOnDevice({ request, context }).includes('documents')
  const { rows, subject } = await askAsPerson({ request, context }, () =>
    documentQuestion<SignatureRequest>(idFrom(params['caseId']), idFrom(params['documentId']), isOpened),
  )
  const found = rows[0]?.page
  if (!found) throw notFound()
  const { document, versions, requests } = found
  const isHow = document.type === 'appealInformation'
  const own = newestOfEachAct(requests.filter(({ documentId }) => documentId === document.id))
  const appeals = appealableAmong(requests)
  const isNewest = ({ id }: { id: string }) => own.some((one) => one.id === id)
  return {
    document,
    reader: subject.givenName,
    wish: searchParams.get('text'),
    isSaved: searchParams.has('sparat'),
    emergency: subject.emergency,
    today: stockholmClock(context.now()).day,
    asked: context.bankId ? own : [],
    earlier: isHow ? [] : appeals.filter((each) => !isNewest(each)),
    appealable: isHow ? appeals.filter(isFirstOfDocument) : appeals.filter(isNewest),
    versions: versions?.map(documentVersion) ?? null,
  }
}

const isFirstOfDocument = (
  { documentId }: { documentId: string },
  place: number,
  all: readonly { documentId: string }[],
) => all.findIndex((each) => each.documentId === documentId) === place

export default function DocumentRoute() {
  const { document, reader, today, asked, earlier, appealable, versions, wish, isSaved, emergency } =
    useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const caseworker = answererName(document.caseworkers) ?? t('case:caseworker.unnamed')
  const title = itemTitle(document, document.audience)
  // What was received says so itself, with the way on.
  const untold = appealable.filter((one) => !lastDayOf(one) || !asked.some(({ id }) => id === one.id))
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
              <AskedToSign requests={asked} caseworker={caseworker} />
            ) : document.receiptAsked ? (
              <ReceiptInfo caseworker={caseworker} />
            ) : null
          }
          appeal={
            <>
              {document.type === 'appealInformation' ? (
                <WaysToAppeal requests={appealable} today={today} />
              ) : (
                untold.map((request) => <WayToAppeal key={request.id} request={request} today={today} />)
              )}
              <EarlierAppeals earlier={earlier} />
            </>
          }
        />
      ) : (
        <ClosedOnThisDevice what="documents" />
      )}
      <HelpNow emergency={emergency} isForYoung={isChild(document.audience)} />
    </>
  )
}
