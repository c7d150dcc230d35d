import { NoteParagraphs } from '../reading/voiced-paragraphs'
import { levelsOf, readingLevel, wordOfLevel, type ReadingLevel } from '../reading/reading-level'
import { TextAtLevel } from '../reading/text-at-level'
import { DocumentBody } from '../document/content/document-body'
import { useLanguage } from '../i18n/language-context'
import { Chips, ChipLink } from '../ui/chip'
import { ReadAloud } from '../ui/page/read-aloud'
import { Swedish } from '../ui/swedish'
import { itemTitle } from '../reading/item-title'
import type { ReadTogether } from './read-together'

type ItemsProps = { read: ReadTogether; wish: string | null }

export function TogetherLevels({ read, wish }: ItemsProps) {
  const { t } = useLanguage()
  const levels = new Set(read.notes.flatMap(({ version }) => (version ? levelsOf(version) : [])))
  const shown = (['easier', 'easiest', 'written'] as const).filter((level) => levels.has(level))
  const current = shown.find((level) => wordOfLevel[level] === wish) ?? shown[0]
  return (
    <Chips>
      {shown.map((level: ReadingLevel) => (
        <ChipLink key={level} href={`?text=${wordOfLevel[level]}`} current={level === current}>
          {t(`note:textLevel.${level}`)}
        </ChipLink>
      ))}
      <ReadAloud region="texter" />
    </Chips>
  )
}

export function TogetherNotes({ read: { found, notes }, wish }: ItemsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {notes.map((note) => (
        <section key={note.id} className="section">
          <h2>
            <Swedish>{itemTitle(note, found.audience)}</Swedish>
          </h2>
          <p className="muted">
            {dates.day(note.eventAt)} · {note.authorGivenName}
          </p>
          {note.version ? (
            <TextAtLevel
              id={`text-${note.id}`}
              level={readingLevel(wish, found.audience, note.version)}
              texts={note.version}
              label={t('note:childText.own', { name: note.authorGivenName })}
              written={<NoteParagraphs paragraphs={note.version.paragraphs} author={note.authorGivenName} />}
              writtenLabel={t('note:written')}
            />
          ) : (
            <p>{t('note:gap.title')}</p>
          )}
        </section>
      ))}
    </>
  )
}

export function TogetherDocuments({ read: { found, documents }, wish }: ItemsProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      {documents.map((document) => (
        <section key={document.id} className="section">
          <h2>
            <Swedish>{itemTitle(document, found.audience)}</Swedish>
          </h2>
          <p className="muted">
            {t(`document:type.${document.type}`)} · {dates.day(document.datedOn)}
          </p>
          {document.version ? (
            <TextAtLevel
              id={`text-${document.id}`}
              level={readingLevel(wish, found.audience, { ...document.version, childTextEasy: null })}
              texts={{ ...document.version, childTextEasy: null }}
              label={t('document:childText.own')}
              written={<DocumentBody content={document.version.content} />}
              writtenLabel={t('document:written')}
            />
          ) : (
            <p>{t('document:gap.title')}</p>
          )}
        </section>
      ))}
    </>
  )
}
