import { caseworkerName } from '../../case/caseworkers'
import { itemTitle } from '../../reading/item-title'
import { InLanguage, useLanguage } from '../../i18n/language-context'
import { directionOf, htmlLang, type Language } from '../../i18n/languages'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { NotePage } from '../note-page'
import type { FoundNote, NoteVersion } from '../read-note'
import { fullName } from '../../person/full-name'

type PreviewedNoteProps = {
  note: FoundNote
  versions: readonly NoteVersion[]
  wish: string | null
  language: Language
  textSize: string
}

export function PreviewedNote({ language, textSize, ...page }: PreviewedNoteProps) {
  return (
    <div
      className="as-reader"
      lang={htmlLang[language]}
      dir={directionOf(language)}
      data-text={textSize === 'normal' ? undefined : textSize}
    >
      <InLanguage language={language}>
        <ReadersOwnPage {...page} />
      </InLanguage>
    </div>
  )
}

function ReadersOwnPage({ note, versions, wish }: Pick<PreviewedNoteProps, 'note' | 'versions' | 'wish'>) {
  const { t, dates } = useLanguage()
  const author = fullName(note.authorGivenName, note.authorFamilyName)
  return (
    <>
      <PageHeading
        title={<Swedish>{itemTitle(note, note.audience)}</Swedish>}
        detail={`${dates.when(note.eventAt)} · ${t('note:by', { name: author })}`}
      />
      <NotePage
        note={note}
        versions={versions}
        wish={wish}
        caseworker={caseworkerName(note.caseworkers) ?? note.authorGivenName}
      />
    </>
  )
}
