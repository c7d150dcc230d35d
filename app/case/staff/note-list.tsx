import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import type { StaffNote } from './open-case'

export function StaffNoteList({ notes }: { notes: readonly StaffNote[] }) {
  return (
    <LinkList>
      {notes.map((note) =>
        note.isSigned || note.hasOwnDraft ? (
          <LinkRow
            key={note.id}
            href={staffAt.note(note.id)}
            title={<NoteTitle note={note} />}
            detail={<NoteDetail note={note} />}
          />
        ) : (
          <ColleaguesDraft key={note.id} note={note} />
        ),
      )}
    </LinkList>
  )
}

function NoteTitle({ note: { title, kind, hasOwnDraft, isSigned } }: { note: StaffNote }) {
  const { t } = useLanguage()
  return (
    <>
      {title ? <Swedish>{title}</Swedish> : t(`note:kind.${kind}`)}{' '}
      {hasOwnDraft ? (
        <Tag tone="warn">{t(isSigned ? 'staff:case.correcting' : 'staff:case.draft')}</Tag>
      ) : null}
    </>
  )
}

function NoteDetail({ note }: { note: StaffNote }) {
  const { t, dates } = useLanguage()
  const { kind, title, eventAt, authorName, readers, openRemarks } = note
  const readersInShort = readers.map(({ name, level }) =>
    t('staff:case.reader', { name, level: t(`staff:note.short.${level}`) }),
  )
  return (
    <>
      {[title ? t(`note:kind.${kind}`) : null, dates.when(eventAt), authorName].filter(Boolean).join(' · ')}
      {readersInShort.length > 0 ? (
        <>
          <br />
          {readersInShort.join(' · ')}
        </>
      ) : null}
      {openRemarks > 0 ? (
        <>
          <br />
          <b>{t('staff:case.openRemarks', { count: openRemarks })}</b>
        </>
      ) : null}
    </>
  )
}

/** Others may know that a colleague is writing, but not read the text until it is signed. */
function ColleaguesDraft({ note: { kind, eventAt, authorName } }: { note: StaffNote }) {
  const { t, dates } = useLanguage()
  return (
    <li className="row-still">
      <span className="row-title">{t(`note:kind.${kind}`)}</span>
      <span className="row-detail">
        {dates.when(eventAt)} · {t('staff:case.colleaguesDraft', { name: authorName })}
      </span>
    </li>
  )
}
