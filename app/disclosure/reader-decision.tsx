import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Swedish } from '../ui/swedish'
import { Tag } from '../ui/table'
import { readerAt, type ReaderAddresses } from './reader-addresses'
import type { ReleaseReader } from './release-reader'

type ReaderDecisionProps = { at: ReaderAddresses; reader: ReleaseReader }

export function ReaderDecision({ at, reader }: ReaderDecisionProps) {
  const { t } = useLanguage()
  const { personId, givenName: name, disclosure, isConfirmed } = reader
  return (
    <div className="stack">
      {isConfirmed ? null : (
        <p>
          <Tag tone="warn">
            {disclosure ? t('release:readers.unconfirmed') : t('release:readers.undecided')}
          </Tag>
        </p>
      )}
      {disclosure ? <Decided reader={reader} /> : null}
      <div className="actions">
        {disclosure ? (
          <ButtonLink href={at.preview(personId)}>{t('release:readers.preview', { name })}</ButtonLink>
        ) : null}
        <ButtonLink href={readerAt(at, personId)}>
          {t(disclosure ? 'release:readers.change' : 'release:readers.choose', { name })}
        </ButtonLink>
      </div>
    </div>
  )
}

function Decided({
  reader: { givenName: name, disclosure, warnings, foreignNumbers },
}: {
  reader: ReleaseReader
}) {
  const { t, dates } = useLanguage()
  if (!disclosure) return null
  const unseen = warnings.filter(({ isSeen }) => !isSeen).length
  return (
    <>
      <p>
        <strong>{t(`release:level.${disclosure.level}.name`)}</strong>
      </p>
      <p>{t(`release:level.${disclosure.level}.gets`, { name })}</p>
      {disclosure.harmAssessment ? (
        <p>
          <Swedish>{disclosure.harmAssessment}</Swedish>
        </p>
      ) : null}
      <p className="muted">
        {disclosure.reviewOn
          ? `${t('release:readers.review', { date: dates.short(disclosure.reviewOn) })} `
          : null}
        {t('release:readers.decided', { name: disclosure.decidedBy, when: dates.when(disclosure.decidedAt) })}
      </p>
      {unseen > 0 ? (
        <p>
          <Tag tone="warn">{t('release:readers.unseen', { count: unseen })}</Tag>
        </p>
      ) : null}
      {foreignNumbers.length > 0 ? (
        <p>
          <Tag tone="warn">{t('release:readers.foreign')}</Tag>
        </p>
      ) : null}
    </>
  )
}
