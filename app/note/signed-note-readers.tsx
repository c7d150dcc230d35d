import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { isShown } from '../disclosure/level'
import type { NoteReader } from './read-signed-note'

type SignedNoteReadersProps = { noteId: string; readers: readonly NoteReader[] }

export function SignedNoteReaders({ noteId, readers }: SignedNoteReadersProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('staff:note.readers.heading')}>
      <p className="muted">{t('staff:note.readers.closed')}</p>
      {readers.length > 0 ? (
        <Facts
          items={readers.map((reader) => ({ term: reader.givenName, value: <Reader reader={reader} /> }))}
        />
      ) : null}
      <ButtonLink href={staffAt.readers(noteId)}>{t('staff:note.readers.change')}</ButtonLink>
    </Section>
  )
}

function Reader({ reader }: { reader: NoteReader }) {
  const { t, dates } = useLanguage()
  const { level, ground, harmAssessment, reviewOn, shownFrom, decidedAt, decidedBy } = reader
  return (
    <>
      <p>
        {t(`staff:note.level.${level}`)}
        {isShown(level) ? ` ${t('staff:note.readers.since', { when: dates.when(shownFrom) })}` : null}
      </p>
      {harmAssessment ? (
        <p>
          <Swedish>{harmAssessment}</Swedish>
        </p>
      ) : null}
      <p className="muted">
        {[
          ground && ground !== 'investigation' ? t('staff:note.readers.ground', { ground }) : null,
          ground === 'investigation' ? t('staff:note.readers.investigation') : null,
          reviewOn ? t('staff:note.readers.review', { date: dates.short(reviewOn) }) : null,
          t('staff:note.readers.decided', { name: decidedBy, when: dates.when(decidedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
