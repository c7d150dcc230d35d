import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { WorkColumns } from '../../ui/page/work-columns'
import { DraftSteps } from '../draft/draft-steps'
import type { AllAtOnce } from '../../disclosure/all-at-once'
import { AllAtOnceForm } from '../../disclosure/all-at-once-form'
import type { Ground } from '../../disclosure/list-readers'
import type { Release } from './load-release'
import { noteReaders } from './note-readers'
import type { ReaderFormState } from '../../disclosure/reader-form-fields'
import { ReaderList } from '../../disclosure/reader-list'
import { WholeText } from './whole-text'

export type ReleaseView = Pick<
  Release,
  'noteId' | 'caseId' | 'childName' | 'authorName' | 'draftId' | 'readers' | 'versions' | 'people'
>

type ReadersPageProps = {
  release: ReleaseView
  grounds: readonly Ground[]
  /** The reader being decided; null when all are done. */
  open: ReaderFormState | null
  /** Only while one decision can stand for all. */
  allAtOnce: AllAtOnce | null
  /** The one decision for all was not taken: something has changed since it was shown. */
  isAllRefused: boolean
  /** What was ticked when it was refused because something was not. */
  allTicked: readonly string[] | null
  isSaved: boolean
}

/** One person at a time, nothing preselected. */
export function ReadersPage({ release, grounds, open, allAtOnce, ...told }: ReadersPageProps) {
  const { t } = useLanguage()
  const { noteId, caseId, childName, readers } = release
  const isDraft = release.draftId !== null
  const isDecided = readers.every(({ isConfirmed }) => isConfirmed)
  return (
    <>
      {isDraft ? (
        <BackLink href={staffAt.case(caseId)}>{t('review:back', { name: childName })}</BackLink>
      ) : (
        <BackLink href={staffAt.note(noteId)}>{t('release:readers.backToNote')}</BackLink>
      )}
      <PageHeading
        title={t('release:readers.heading')}
        lead={isDraft ? t('release:readers.lead') : t('release:readers.leadSigned')}
      />
      {isDraft ? <DraftSteps noteId={noteId} current="readers" /> : null}
      {told.isAllRefused ? (
        <Notice tone="warn" isRefusal>
          {t('release:all.changed')}
        </Notice>
      ) : null}
      {told.isSaved ? <Notice tone="done">{t('release:readers.saved')}</Notice> : null}
      <WorkColumns beside={<WholeText release={release} />}>
        <ReaderList at={noteReaders(noteId)} grounds={grounds} open={open} {...release} />
        {allAtOnce ? (
          <AllAtOnceForm action={staffAt.readers(noteId)} all={allAtOnce} refusedWith={told.allTicked} />
        ) : null}
        {isDraft && isDecided ? (
          <div className="actions">
            <ButtonLink variant={open ? 'secondary' : 'primary'} href={staffAt.sign(noteId)}>
              {t('release:readers.next')}
            </ButtonLink>
          </div>
        ) : null}
      </WorkColumns>
    </>
  )
}
