import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading, Section } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { Swedish } from '../../ui/swedish'
import { WorkColumns } from '../../ui/page/work-columns'
import { DraftSteps } from '../draft/draft-steps'
import { NoteParagraphs } from '../../reading/voiced-paragraphs'
import { SwedishText } from '../../reading/text-at-level'
import type { Ground } from '../../disclosure/list-readers'
import type { Release } from './load-release'
import { noteReaders } from './note-readers'
import type { ReaderFormState } from '../../disclosure/reader-form-fields'
import { ReaderList } from '../../disclosure/reader-list'

export type ReleaseView = Pick<
  Release,
  'noteId' | 'caseId' | 'childName' | 'authorName' | 'draftId' | 'readers' | 'versions' | 'people'
>

type ReadersPageProps = {
  release: ReleaseView
  grounds: readonly Ground[]
  /** The reader being decided; null when all are done. */
  open: ReaderFormState | null
  isSaved: boolean
}

/** One person at a time, nothing preselected. */
export function ReadersPage({ release, grounds, open, isSaved }: ReadersPageProps) {
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
      {isSaved ? <Notice tone="done">{t('release:readers.saved')}</Notice> : null}
      <WorkColumns beside={<NoteBeside release={release} />}>
        <ReaderList at={noteReaders(noteId)} grounds={grounds} open={open} {...release} />
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

function NoteBeside({ release }: { release: ReleaseView }) {
  const { t } = useLanguage()
  const [newest] = release.versions
  if (!newest) return null
  return (
    <Section heading={<Swedish>{newest.title}</Swedish>}>
      {newest.paragraphs.length === 0 ? <p>{t('review:voices.noText')}</p> : null}
      <SwedishText>
        <NoteParagraphs paragraphs={newest.paragraphs} author={release.authorName} />
      </SwedishText>
    </Section>
  )
}
