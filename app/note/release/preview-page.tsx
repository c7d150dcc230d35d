import { staffAt } from '../../addresses'
import type { Language } from '../../i18n/languages'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'
import type { FoundNote, NoteVersion } from '../read-note'
import type { Missing } from '../review/missing-in-review'
import { MissingList } from '../review/missing-list'
import { PreviewedNote } from './previewed-note'

type PreviewPageProps = {
  noteId: string
  reader: { personId: string; givenName: string; language: Language; textSize: string }
  missing: readonly Missing[]
  /** Null if the reader gets nothing. */
  shown: { note: FoundNote; versions: readonly NoteVersion[] } | null
  /** Only if later than now. */
  shownFrom: Date | null
  wish: string | null
}

/** The frame holds the reader's page, so that it is clearly a preview. */
export function PreviewPage({ noteId, reader, missing, shown, shownFrom, wish }: PreviewPageProps) {
  const { t, dates } = useLanguage()
  const name = reader.givenName
  const back = staffAt.readers(noteId)
  return (
    <>
      <BackLink href={back}>{t('release:preview.back')}</BackLink>
      {shown ? (
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
          {shown ? (
            <PreviewedNote
              note={shown.note}
              versions={shown.versions}
              wish={wish}
              language={reader.language}
              textSize={reader.textSize}
            />
          ) : (
            <p className="preview-nothing">{t('release:preview.nothing', { name })}</p>
          )}
        </section>
      )}
      <div className="actions">
        <ButtonLink href={`${back}?lasare=${reader.personId}#lasare-${reader.personId}`}>
          {t('release:readers.change', { name })}
        </ButtonLink>
      </div>
    </>
  )
}
