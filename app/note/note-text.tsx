import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { ChildText } from '../ui/voice'
import { InPageLanguage } from './in-page-language'
import { NoteParagraphs } from './note-paragraphs'
import type { FoundNote, NoteVersion } from './read-note'
import type { ReadingLevel } from './reading-level'

type NoteTextProps = { note: FoundNote; version: NoteVersion; level: ReadingLevel; id: string }

/** The newest version at the chosen level. A child's words come first and the note as written behind them. */
export function NoteText({ note, version, level, id }: NoteTextProps) {
  const { t } = useLanguage()
  const written = <NoteParagraphs paragraphs={version.paragraphs} author={note.authorGivenName} />
  const easier = level === 'easiest' ? version.childTextEasy : level === 'easier' ? version.childText : null
  if (!easier) {
    return (
      <div id={id} lang="sv" dir="ltr" className="grid gap-6">
        {written}
      </div>
    )
  }
  return (
    <>
      <div id={id} lang="sv" dir="ltr">
        <ChildText
          label={
            <InPageLanguage>
              {t(`note:childText.${note.isOwn ? 'own' : 'child'}`, { name: note.authorGivenName, child: note.childName })}
            </InPageLanguage>
          }
        >
          <p className="whitespace-pre-line">{easier}</p>
        </ChildText>
      </div>
      <Disclose summary={t('note:written')}>
        <div lang="sv" dir="ltr" className="grid gap-6">
          {written}
        </div>
      </Disclose>
    </>
  )
}
