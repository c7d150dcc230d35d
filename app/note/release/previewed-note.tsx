import { answererName } from '../../case/caseworkers'
import { itemTitle } from '../../reading/item-title'
import { useLanguage } from '../../i18n/language-context'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { NotePage } from '../note-page'
import type { FoundNote, NoteVersion } from '../read-note'
import { fullName } from '../../person/full-name'

type PreviewedNoteProps = { note: FoundNote; versions: readonly NoteVersion[]; wish: string | null }

/** As the reader's own address draws it, without the way back. */
export function PreviewedNote({ note, versions, wish }: PreviewedNoteProps) {
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
        caseworker={answererName(note.caseworkers) ?? note.authorGivenName}
      />
    </>
  )
}
