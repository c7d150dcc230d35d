import type { ReactNode } from 'react'
import { answererName } from '../../case/caseworkers'
import { useLanguage } from '../../i18n/language-context'
import { itemTitle } from '../../reading/item-title'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { DocumentPage } from '../document-page'
import type { DocumentVersion, FoundDocument } from '../read-document'

type PreviewedDocumentProps = {
  document: FoundDocument
  versions: readonly DocumentVersion[]
  wish: string | null
  askedBy: (caseworker: string) => ReactNode
}

/** As the reader's own address draws it, without the way back. */
export function PreviewedDocument({ document, versions, wish, askedBy }: PreviewedDocumentProps) {
  const { t, dates } = useLanguage()
  const caseworker = answererName(document.caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <PageHeading
        title={<Swedish>{itemTitle(document, document.audience)}</Swedish>}
        detail={`${t(`document:type.${document.type}`)} · ${dates.day(document.datedOn)}`}
      />
      <DocumentPage
        document={document}
        versions={versions}
        wish={wish}
        caseworker={caseworker}
        asked={askedBy(caseworker)}
      />
    </>
  )
}
