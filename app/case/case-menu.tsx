import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ChipLink, Chips } from '../ui/chip'

type Room = 'case' | 'notes' | 'documents' | 'plan' | 'times' | 'questions'

type CaseMenuProps = {
  found: { id: string; isOwn: boolean; childName: string }
  here: Room
  /** Rooms with something unread, where the page knows of them. */
  news?: readonly Room[]
}

/** What there is in a case, alike on each of its pages: the first is the way back to the case. */
export function CaseMenu({ found: { id, isOwn, childName }, here, news = [] }: CaseMenuProps) {
  const { t } = useLanguage()
  const rooms: readonly (readonly [Room, string, string])[] = [
    ['case', personAt.case(id), isOwn ? t('case:heading.own') : t('case:heading.child', { name: childName })],
    ['notes', personAt.notes(id), t('case:rooms.notes')],
    ['documents', personAt.documents(id), t('case:rooms.documents')],
    ['plan', personAt.plan(id), t('case:rooms.plan')],
    ['times', personAt.appointments(id), t('case:rooms.times')],
    ['questions', personAt.threads(id), t('case:rooms.questions')],
  ]
  return (
    <nav aria-label={t('case:rooms.label')}>
      <Chips>
        {rooms.map(([room, href, label]) => (
          <ChipLink key={room} href={href} current={room === here}>
            {label}
            {news.includes(room) ? (
              <span className="new">{room === 'questions' ? t('case:rooms.new') : t('ui:list.new')}</span>
            ) : null}
          </ChipLink>
        ))}
      </Chips>
    </nav>
  )
}
