import type { TFunction } from '../i18n/texts'
import { useLanguage } from '../i18n/language-context'
import { StaffTitle } from '../ui/staff-title'
import { Swedish } from '../ui/swedish'
import { Timeline } from '../ui/timeline'
import type { AccessDay, Reading } from './access-days'
import { fullName } from '../person/full-name'

type AccessDayListProps = {
  days: readonly AccessDay[]
  /** One level below the heading above the days. */ heading: 'h2' | 'h3'
}

export function AccessDayList({ days, heading: Heading }: AccessDayListProps) {
  const { dates } = useLanguage()
  return (
    <>
      {days.map(({ day, readings }) => (
        <section key={day} className="section">
          <Heading>{dates.day(day)}</Heading>
          <Timeline
            entries={readings.map((reading) => ({
              when: dates.time(reading.at),
              dateTime: dates.machine(reading.at),
              title: <Deed reading={reading} />,
              detail: <WhoAndHowOften reading={reading} />,
            }))}
          />
        </section>
      ))}
    </>
  )
}

function Deed({ reading }: { reading: Reading }) {
  const { t } = useLanguage()
  const { action, isMe, givenName, isOwn, childName, itemTitle } = reading
  const what = `person:access.${action}.${isMe ? 'you' : 'other'}`
  return (
    <>
      {t(what, { name: givenName })} {itemTitle ? <Swedish>{itemTitle}</Swedish> : null}
      {isOwn ? null : ` (${t('case:heading.child', { name: childName })})`}
    </>
  )
}

function WhoAndHowOften({ reading }: { reading: Reading }) {
  const { t } = useLanguage()
  const { actorKind, givenName, familyName, staffTitle, times } = reading
  const name = actorKind === 'staff' && givenName ? fullName(givenName, familyName ?? '') : null
  const why = whyOf(reading, t)
  const often = times > 1 ? t('person:access.times', { count: times }) : null
  if (!name && !why && !often) return null
  return (
    <>
      {name ? <bdi>{name}</bdi> : null}
      {name && (why ?? staffTitle) ? t('ui:comma') : null}
      {why ?? (name && staffTitle ? <StaffTitle>{staffTitle}</StaffTitle> : null)}
      {(name ?? why) && often ? ' · ' : null}
      {often}
    </>
  )
}

/** What gave them reason to read; else their title stands there. */
function whyOf({ actorKind, isMe, isCaseworker, isOwn, childName }: Reading, t: TFunction): string | null {
  if (isCaseworker)
    return isOwn ? t('person:access.role.own') : t('person:access.role.child', { name: childName })
  // Of people in the case, a youth is told of guardians alone (db/policy/person/access-log.sql).
  return actorKind === 'person' && !isMe ? t('person:access.role.guardian') : null
}
