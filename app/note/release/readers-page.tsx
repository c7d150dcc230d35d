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
import type { ReleaseReader } from '../../disclosure/release-reader'
import { ReaderDecision } from '../../disclosure/reader-decision'
import { ReaderForm, type ReaderFormState } from '../../disclosure/reader-form-fields'

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
        <ol className="readers" role="list">
          {readers.map((reader) => (
            <li className="reader" key={reader.personId} id={`lasare-${reader.personId}`}>
              <ReaderHead reader={reader} release={release} />
              {open?.values.personId === reader.personId ? (
                <ReaderForm
                  action={`${staffAt.readers(noteId)}?lasare=${reader.personId}`}
                  reader={reader}
                  grounds={grounds}
                  state={open}
                />
              ) : (
                <ReaderDecision noteId={noteId} reader={reader} />
              )}
            </li>
          ))}
        </ol>
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

function ReaderHead({ reader, release }: { reader: ReleaseReader; release: ReleaseView }) {
  const { t } = useLanguage()
  const name = reader.givenName
  const isOfUnknownAge = reader.role === 'child' && reader.age === null
  const who = isOfUnknownAge
    ? t('release:role.childOfUnknownAge')
    : t(`release:role.${reader.role}`, { age: reader.age })
  const isShielded = release.people.filter(({ id, isProtected }) => isProtected && id !== reader.personId)
  return (
    <div className="reader-head">
      <h2>{name}</h2>
      <p className="muted">{who}</p>
      {reader.isOwnParty ? (
        <p>{t(`release:special.${isOfUnknownAge ? 'mayBeOwnParty' : 'ownParty'}`, { name })}</p>
      ) : null}
      {reader.isProtected ? <p>{t('release:special.protected', { name })}</p> : null}
      {reader.isBlocked ? <p>{t('release:special.blocked', { name })}</p> : null}
      {reader.hearsChild ? (
        <p>{t('release:special.hearsChild', { name, child: release.childName })}</p>
      ) : null}
      {isShielded.map(({ id, givenName }) => (
        <Notice key={id} tone="warn" heading={t('release:special.shieldedHeading', { name: givenName })}>
          {t('release:special.shielded', { name: givenName, reader: name })}
        </Notice>
      ))}
    </div>
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
