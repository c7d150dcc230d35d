import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import type { ToHelp } from './help'

export function HelpList({ people }: { people: readonly ToHelp[] }) {
  const { t, dates } = useLanguage()
  if (people.length === 0) return <p>{t('answering:help.none')}</p>
  return (
    <LinkList>
      {people.map(({ invitationId, name, closesOn }) => (
        <LinkRow
          key={invitationId}
          href={staffAt.surveyCode(invitationId)}
          title={name}
          detail={t('answering:help.until', { day: dates.day(closesOn) })}
        />
      ))}
    </LinkList>
  )
}
