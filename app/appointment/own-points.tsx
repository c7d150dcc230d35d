import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { OwnAppointment } from './own-appointments'
import type { BegunPoint } from './point-draft'
import { PointForm } from './point-form'
import type { PostedPoint } from './words-in'

type OwnPointsProps = {
  appointment: OwnAppointment
  name: string
  /** What was begun: its id is a point's that is written anew, or that of a new one. */
  begun: BegunPoint
  posted: PostedPoint | undefined
  became: 'saved' | 'removed' | null
}

/** What the reader wants to bring up, and afterwards what became of it (peers 3.2: 6, 22). */
export function OwnPoints(props: OwnPointsProps) {
  const { appointment, name, became, posted } = props
  const { t } = useLanguage()
  const { isOpen, points } = appointment
  if (!isOpen && points.length === 0 && !posted) return null
  return (
    <div id="ta-upp">
      <Section heading={t('appointment:points.heading')}>
        {became ? <Notice tone="done" heading={t(`appointment:points.${became}`)} /> : null}
        {isOpen ? <p>{t('appointment:points.lead', { name })}</p> : null}
        <PointList {...props} />
        {isOpen || posted ? <PointForm {...props} /> : null}
      </Section>
    </div>
  )
}

function PointList({ appointment, name }: Pick<OwnPointsProps, 'appointment' | 'name'>) {
  const { t } = useLanguage()
  const { id, caseId, points, isOpen } = appointment
  if (points.length === 0) return null
  return (
    <ul className="points" role="list">
      {points.map((point) => (
        <li key={point.id}>
          <p>
            <bdi>{point.text}</bdi>
          </p>
          <p className="muted">{t(`appointment:points.${point.hearers}`, { name })}</p>
          {point.outcome ? (
            <p>
              <b>{t(`appointment:outcome.${point.outcome}`)}</b>{' '}
              {point.words ? <Swedish>{point.words}</Swedish> : null}
            </p>
          ) : null}
          {isOpen ? (
            <p>
              <a href={personAt.point(caseId, id, point.id)}>{t('appointment:points.change')}</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
