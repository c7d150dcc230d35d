import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import type { Ground } from '../../disclosure/list-readers'
import type { ReaderFormState } from '../../disclosure/reader-form-fields'
import { ReaderList } from '../../disclosure/reader-list'
import { ButtonLink } from '../../ui/form/button'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { DocumentBody } from '../content/document-body'
import { DocumentSteps } from '../draft/document-steps'
import { documentReaders } from './document-readers'
import type { DocumentRelease } from './load-release'

export type DocumentReleaseView = Pick<
  DocumentRelease,
  'documentId' | 'caseId' | 'childName' | 'draft' | 'readers' | 'people'
>

type DocumentReadersPageProps = {
  release: DocumentReleaseView
  grounds: readonly Ground[]
  /** The reader being decided; null when all are done. */
  open: ReaderFormState | null
  isSaved: boolean
}

/** One person at a time, nothing preselected. */
export function DocumentReadersPage({ release, grounds, open, isSaved }: DocumentReadersPageProps) {
  const { t } = useLanguage()
  const { documentId, caseId, childName, draft, readers } = release
  const isDecided = readers.every(({ isConfirmed }) => isConfirmed)
  return (
    <>
      {draft ? (
        <BackLink href={staffAt.case(caseId)}>{t('staff:note.back', { name: childName })}</BackLink>
      ) : (
        <BackLink href={staffAt.document(caseId, documentId)}>{t('document:title')}</BackLink>
      )}
      <PageHeading
        title={t('release:readers.heading')}
        lead={draft ? t('release:readers.lead') : t('write:readers.leadFrozen')}
      />
      {draft ? <DocumentSteps documentId={documentId} current="readers" /> : null}
      {isSaved ? <Notice tone="done">{t('release:readers.saved')}</Notice> : null}
      <WorkColumns beside={draft?.content ? <DocumentBody content={draft.content} /> : null}>
        <ReaderList at={documentReaders(documentId)} grounds={grounds} open={open} {...release} />
        {draft && isDecided ? (
          <div className="actions">
            <ButtonLink variant={open ? 'secondary' : 'primary'} href={staffAt.freeze(documentId)}>
              {t('write:readers.next')}
            </ButtonLink>
          </div>
        ) : null}
      </WorkColumns>
    </>
  )
}
