import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { Timeline } from '../ui/timeline'
import type { AccessDay, Reading } from './access-days'
import { fullName } from '../person/full-name'

export function AccessDayList({ days }: { days: readonly AccessDay[] }) {
  const { dates } = useLanguage()
  return (
    <>
      {days.map(({ day, readings }) => (
        <Section key={day} heading={dates.day(day)}>
          <Timeline
            entries={readings.map((reading) => ({
              when: dates.time(reading.at),
              dateTime: dates.machine(reading.at),
              title: <Deed reading={reading} />,
              detail: <WhoAndHowOften reading={reading} />,
            }))}
          />
        </Section>
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
  const who = actorKind === 'staff' && givenName && staffTitle ? fullName(givenName, familyName ?? '') : null
  if (!who && times === 1) return null
  return (
    <>
      {who ? (
        <Swedish>
          {who}, {staffTitle}
        </Swedish>
      ) : null}
      {who && times > 1 ? ' · ' : null}
      {times > 1 ? t('person:access.times', { count: times }) : null}
    </>
  )
}
