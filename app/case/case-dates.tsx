import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { CasePage } from './case-page'
import { nextDateOf } from './next-date'

type CaseDatesProps = Pick<CasePage, 'deadlines' | 'followUps' | 'coming' | 'changedAt' | 'closedOn'> & {
  caseworker: string
}

export function CaseDates({ deadlines, followUps, coming, changedAt, closedOn, caseworker }: CaseDatesProps) {
  const { t, dates } = useLanguage()
  // Deadlines are written above in their own words; only follow-ups, or that nothing is planned, remain to be said.
  const isLeft = !closedOn && (deadlines.length === 0 || followUps.some(({ isAhead }) => isAhead))
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
      {isLeft ? (
        <NextDate deadlines={[]} followUps={followUps} coming={coming} caseworker={caseworker} />
      ) : null}
      {changedAt ? <p className="muted">{t('case:dates.changed', { date: dates.day(changedAt) })}</p> : null}
    </Section>
  )
}

type NextDateProps = Pick<CasePage, 'deadlines' | 'followUps' | 'coming'> & { caseworker: string }

/** The next day beside the meetings, which stand by themselves: nothing is said to be planned only where nothing is. */
export function NextDate({ deadlines, followUps, coming, caseworker }: NextDateProps) {
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
    </>
  )
}
