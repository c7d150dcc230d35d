import { staffAt } from '../addresses'
import { At } from '../case/at'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { ComingAppointment, ListedAppointment } from './staff-appointments'

export function StaffAppointmentList({ appointments }: { appointments: readonly ListedAppointment[] }) {
  const { t } = useLanguage()
  const coming = appointments.filter(({ isAhead }) => isAhead)
  const earlier = appointments.filter(({ isAhead }) => !isAhead)
  return (
    <>
      {appointments.length === 0 ? <p>{t('appointment:staff.none')}</p> : null}
      {coming.length > 0 ? (
        <Section heading={t('appointment:coming')}>
          <Rows appointments={coming} />
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section heading={t('appointment:earlier')}>
          <Rows appointments={earlier} />
        </Section>
      ) : null}
    </>
  )
}

function Rows({ appointments }: { appointments: readonly ListedAppointment[] }) {
  const { t } = useLanguage()
  return (
    <LinkList>
      {appointments.map(({ id, kind, startsAt, place, state, persons, hasRequest }) => (
        <LinkRow
          key={id}
          href={staffAt.appointment(id)}
          isNew={hasRequest}
          newLabel={t('appointment:staff.hasRequest')}
          title={<At moment={startsAt} />}
          detail={
            <>
              {state === 'planned' ? null : `${t(`appointment:state.${state}`)} · `}
              {t(`appointment:kind.${kind}`)} · <bdi>{persons.join(', ')}</bdi>
              {place ? ' · ' : null}
              {place ? <Swedish>{place}</Swedish> : null}
            </>
          }
        />
      ))}
    </LinkList>
  )
}

/** Whom the reader meets in the next days. */
export function MyAppointments({ appointments }: { appointments: readonly ComingAppointment[] }) {
  const { t } = useLanguage()
  if (appointments.length === 0) return null
  return (
    <Section heading={t('appointment:staff.mine')}>
      <LinkList>
        {appointments.map(({ id, kind, startsAt, place, childName }) => (
          <LinkRow
            key={id}
            href={staffAt.appointment(id)}
            title={<At moment={startsAt} />}
            detail={
              <>
                <bdi>{childName}</bdi> · {t(`appointment:kind.${kind}`)}
                {place ? ' · ' : null}
                {place ? <Swedish>{place}</Swedish> : null}
              </>
            }
          />
        ))}
      </LinkList>
    </Section>
  )
}
