import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import type { CasePage } from './case-page'

/** Meetings that the reader need not come to any more, said before those that they shall come to. */
export function CalledOff({ id, calledOff }: Pick<CasePage, 'id' | 'calledOff'>) {
  const { t, dates } = useLanguage()
  return (
    <>
      {calledOff.map(({ id: appointmentId, startsAt, became }) => (
        <Notice
          key={appointmentId}
          tone="info"
          heading={t(`appointment:calledOff.${became}`, {
            when: t('appointment:at', { day: dates.day(startsAt), time: dates.time(startsAt) }),
          })}
        >
          <p>
            <a href={personAt.appointment(id, appointmentId)}>{t('appointment:calledOff.more')}</a>
          </p>
        </Notice>
      ))}
    </>
  )
}
