import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { CasePage } from './case-page'
import { nextDateOf } from './next-date'

type CaseDatesProps = Pick<
  CasePage,
  'id' | 'deadlines' | 'followUps' | 'coming' | 'changedAt' | 'closedOn'
> & {
  caseworker: string
}

export function CaseDates(props: CaseDatesProps) {
  const { deadlines, followUps, changedAt, closedOn, caseworker } = props
  const { t, dates } = useLanguage()
  // Nothing more comes in a case that has ended, and when the last thing came stands in the list of what has happened.
  if (closedOn) return null
  // Deadlines are written above in their own words; only follow-ups, or that nothing is planned, remain to be said.
  const isLeft = deadlines.length === 0 || followUps.some(({ isAhead }) => isAhead)
  return (
    <Section heading={t('case:dates.heading')}>
      {deadlines.map(({ id, kind, dueOn, isLate }) => (
        <p key={id}>
          {t(`case:deadline.${kind}.${isLate ? 'late' : 'text'}`, {
            date: dates.day(dueOn),
            name: caseworker,
          })}
        </p>
      ))}
      {isLeft ? <NextDate {...props} deadlines={[]} /> : null}
      {changedAt ? <p className="muted">{t('case:dates.changed', { date: dates.day(changedAt) })}</p> : null}
    </Section>
  )
}

type NextDateProps = Pick<CasePage, 'id' | 'deadlines' | 'followUps' | 'coming'> & { caseworker: string }

/** The next day beside the meetings, which stand by themselves: nothing is said to be planned only where nothing is. */
export function NextDate({ id, deadlines, followUps, coming, caseworker }: NextDateProps) {
  const { t, dates } = useLanguage()
  const next = nextDateOf({ deadlines, followUps })
  if (!next && coming.length > 0) return null
  if (!next) return <p>{t('case:next.none', { name: caseworker })}</p>
  const { startsAt, place } = next
  return (
    <>
      <p>{t('case:next.text', { date: dates.day(next.on), what: t(`case:next.what.${next.kind}`) })}</p>
      {startsAt || place ? (
        <p>
          {startsAt ? t('case:next.at', { time: dates.time(startsAt) }) : null}{' '}
          {place ? t('case:next.place') : null} {place ? <Swedish>{place}</Swedish> : null}
        </p>
      ) : null}
      {/* Beside a booked meeting, which has the same link, it would be said twice. */}
      {next.kind === 'followUp' && coming.length === 0 ? (
        <>
          <p>{t(startsAt && place ? 'case:next.askWho' : 'case:next.ask', { name: caseworker })}</p>
          <p>
            <a href={personAt.newQuestion(id)}>{t('case:coming.sayWhat')}</a>
          </p>
        </>
      ) : null}
    </>
  )
}
