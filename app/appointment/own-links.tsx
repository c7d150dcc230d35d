import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import type { OwnAppointment } from './own-appointments'

/** Another time, while none is asked for; and into one's own calendar, with what will stand there right below. */
export function OwnLinks({ appointment }: { appointment: OwnAppointment }) {
  const { t } = useLanguage()
  const { id, caseId, isAhead, isOpen, state, requests } = appointment
  const isAsked = requests.some((request) => request.state === 'asked')
  if (!isAhead && state !== 'cancelled') return null
  return (
    <div className="section">
      <div className="actions">
        {isOpen && !isAsked ? (
          <ButtonLink href={personAt.otherTime(caseId, id)}>{t('appointment:request.title')}</ButtonLink>
        ) : null}
        <ButtonLink href={personAt.calendarFile(caseId, id)}>{t('appointment:calendar.link')}</ButtonLink>
      </div>
      <p className="muted">{t('appointment:calendar.hint', { title: t('appointment:calendar.title') })}</p>
    </div>
  )
}
