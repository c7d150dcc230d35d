import type { ReactNode } from 'react'
import type { Language } from '../i18n/languages'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { BackLink } from '../ui/page/back-link'
import { PageHeading } from '../ui/page/layout'
import type { Missing } from './missing'
import { MissingList } from './missing-list'
import { readerAt, type ReaderAddresses } from './reader-addresses'

export type PreviewedReader = { personId: string; givenName: string; language: Language; textSize: string }

type PreviewFrameProps = {
  at: ReaderAddresses
  reader: PreviewedReader
  missing: readonly Missing[]
  /** Only if later than now. */
  shownFrom: Date | null
  /** The reader's page; null if the reader gets nothing. */
  children: ReactNode
}

/** The frame holds the reader's page, so that it is clearly a preview. */
export function PreviewFrame({ at, reader, missing, shownFrom, children }: PreviewFrameProps) {
  const { t, dates } = useLanguage()
  const name = reader.givenName
  return (
    <>
      <BackLink href={at.readers}>{t('release:preview.back')}</BackLink>
      {children ? (
        // The heading is the reader's own, inside the frame.
        <div className="heading">
          <p className="preview-heading">{t('release:preview.heading', { name })}</p>
          <p>{t('release:preview.lead', { name })}</p>
          {shownFrom ? (
            <p className="muted">{t('release:preview.from', { when: dates.when(shownFrom) })}</p>
          ) : null}
        </div>
      ) : (
        <PageHeading
          title={t('release:preview.heading', { name })}
          lead={t('release:preview.lead', { name })}
        />
      )}
      {missing.length > 0 ? (
        <MissingList heading={t('release:preview.missing', { count: missing.length })} missing={missing} />
      ) : (
        <section className="preview" aria-label={t('release:preview.frame', { name })}>
          {children ?? <p className="preview-nothing">{t('release:preview.nothing', { name })}</p>}
        </section>
      )}
      <div className="actions">
        <ButtonLink href={readerAt(at, reader.personId)}>{t('release:readers.change', { name })}</ButtonLink>
      </div>
    </>
  )
}
