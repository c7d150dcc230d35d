import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import type { OwnAppointment } from './own-appointments'

/** Into one's own calendar; or another time, while none is asked for. */
export function OwnLinks({ appointment }: { appointment: OwnAppointment }) {
  const { t } = useLanguage()
  const { id, caseId, isAhead, isOpen, state, requests } = appointment
  const isAsked = requests.some((request) => request.state === 'asked')
  if (!isAhead && state !== 'cancelled') return null
  return (
    <div className="section">
      <div className="actions">
        <ButtonLink href={personAt.calendarFile(caseId, id)}>{t('appointment:calendar.link')}</ButtonLink>
        {isOpen && !isAsked ? (
          <ButtonLink href={personAt.otherTime(caseId, id)}>{t('appointment:request.title')}</ButtonLink>
        ) : null}
      </div>
      <p className="muted">{t('appointment:calendar.hint', { title: t('appointment:calendar.title') })}</p>
    </div>
  )
}
