import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { CasePage } from './case-page'
import { nextDateOf } from './next-date'

type CaseDatesProps = Pick<CasePage, 'deadlines' | 'followUps' | 'changedAt' | 'closedOn'> & {
  caseworker: string
}

export function CaseDates({ deadlines, followUps, changedAt, closedOn, caseworker }: CaseDatesProps) {
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
      {isLeft ? <NextDate deadlines={[]} followUps={followUps} caseworker={caseworker} /> : null}
      {changedAt ? <p className="muted">{t('case:dates.changed', { date: dates.day(changedAt) })}</p> : null}
    </Section>
  )
}

type NextDateProps = Pick<CasePage, 'deadlines' | 'followUps'> & { caseworker: string }

export function NextDate({ deadlines, followUps, caseworker }: NextDateProps) {
  const { t, dates } = useLanguage()
  const next = nextDateOf({ deadlines, followUps })
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
