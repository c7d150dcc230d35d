import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { isShown } from './level'
import type { ReaderAddresses } from './reader-addresses'
import type { ReleaseReader } from './release-reader'

type WhoReadsWhatProps = { at: ReaderAddresses; readers: readonly ReleaseReader[] }

/** Before the text is locked: what each reader gets, and from when. */
export function WhoReadsWhat({ at, readers }: WhoReadsWhatProps) {
  return (
    <Facts
      items={readers.map((reader) => ({
        term: reader.givenName,
        value: <WhatReaderGets reader={reader} at={at} />,
      }))}
    />
  )
}

function WhatReaderGets({ reader, at }: { reader: ReleaseReader; at: ReaderAddresses }) {
  const { t, dates } = useLanguage()
  const { disclosure, givenName: name, personId } = reader
  if (!disclosure) return <p>{t('release:readers.undecided')}</p>
  const { level, shownFrom } = disclosure
  return (
    <>
      <p>
        {t(`release:level.${level}.gets`, { name })}{' '}
        {isShown(level)
          ? reader.isLater
            ? t('release:sign.from', { when: dates.when(shownFrom) })
            : t('release:sign.atOnce')
          : null}
      </p>
      <a href={at.preview(personId)}>{t('release:readers.preview', { name })}</a>
    </>
  )
}
