import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { Button } from '../../ui/form/button'
import { PageHeading, Section } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { WorkColumns } from '../../ui/page/work-columns'
import { DraftSteps } from '../draft/draft-steps'
import type { Missing } from '../../disclosure/missing'
import { MissingList } from '../../disclosure/missing-list'
import { WhoReadsWhat } from '../../disclosure/who-reads-what'
import { noteReaders } from './note-readers'
import type { ReleaseView } from './readers-page'
import { WholeText } from './whole-text'
import { OwnForm } from '../../ui/form/own-form'

type SignPageProps = {
  release: ReleaseView
  revision: number
  hasSound: boolean
  missing: readonly Missing[]
  /** What pressing the button came to; null when it has not been pressed. */
  refused: 'stale' | 'missing' | null
  isSaved: boolean
}

/** What is signed is read first; the button stands below what it means. */
export function SignPage({ release, revision, hasSound, missing, refused, isSaved }: SignPageProps) {
  const { t } = useLanguage()
  const { noteId, caseId, childName } = release
  const isReady = missing.length === 0
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('review:back', { name: childName })}</BackLink>
      <PageHeading title={t('release:sign.heading')} lead={isReady ? t('release:sign.lead') : null} />
      <DraftSteps noteId={noteId} current="sign" />
      {isSaved && refused === null ? <Notice tone="done">{t('release:readers.saved')}</Notice> : null}
      {refused === 'stale' ? (
        <Notice tone="warn" heading={t('release:stale.heading')} isRefusal>
          {t('release:sign.stale')}
        </Notice>
      ) : null}
      <MissingList heading={t('release:sign.missing')} missing={missing} isRefusal={refused === 'missing'} />
      <WorkColumns
        beside={
          <>
            <Section heading={t('release:sign.readers')}>
              <WhoReadsWhat at={noteReaders(noteId)} readers={release.readers} />
            </Section>
            <Section heading={t('release:sign.means')}>
              <ul className="steps">
                <li>{t('release:sign.locked')}</li>
                <li>{hasSound ? t('release:sign.sound') : t('release:sign.noSound')}</li>
                <li>{t('release:sign.notice')}</li>
                <li>{t('release:sign.correct')}</li>
              </ul>
            </Section>
            {isReady ? (
              <OwnForm action={staffAt.sign(noteId)} className="form">
                <input type="hidden" name="revision" value={revision} />
                <div className="actions">
                  <Button variant="primary">{t('release:sign.button')}</Button>
                </div>
              </OwnForm>
            ) : null}
          </>
        }
      >
        <WholeText release={release} />
      </WorkColumns>
    </>
  )
}
