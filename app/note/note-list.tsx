import { personAt } from '../addresses'
import type { Audience } from '../../db/roles'
import { itemTitle, kindBeside } from '../reading/item-title'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Swedish } from '../ui/swedish'
import type { ListedNote } from './notes'
import { fullName } from '../person/full-name'

type NoteListProps = { caseId: string; audience: Audience; notes: readonly ListedNote[] }

export function NoteList({ caseId, audience, notes }: NoteListProps) {
  const { t, dates } = useLanguage()
  return (
    <LinkList>
      {notes.map((note) => (
        <LinkRow
          key={note.id}
          href={personAt.note(caseId, note.id)}
          isNew={note.isNew}
          title={<Swedish>{itemTitle(note, audience)}</Swedish>}
          detail={[
            kindBeside(itemTitle(note, audience), t(`note:kind.${note.kind}`)),
            dates.when(note.eventAt),
            fullName(note.authorGivenName, note.authorFamilyName),
            note.level === 'full' ? null : t(`note:level.${note.level}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </LinkList>
  )
}
