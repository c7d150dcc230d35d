import { personAt } from '../addresses'
import { At } from '../case/at'
import { CalledOff } from '../case/called-off'
import { WhoAndWhere } from '../case/coming-appointment'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import { KindInWords } from './kind-in-words'
import type { OwnCase } from './own-appointments'

/** What is not to be any more, then those to come. */
export function OwnAppointmentList({ found }: { found: OwnCase }) {
  const { t } = useLanguage()
  const coming = found.appointments.filter(({ isAhead }) => isAhead)
  const isSaid = (id: string) => found.calledOff.some((other) => other.id === id)
  const earlier = found.appointments.filter(({ id, isAhead }) => !isAhead && !isSaid(id))
  return (
    <>
      <CalledOff {...found} />
      {coming.length > 0 ? (
        <Section heading={t('appointment:coming')}>
          <Rows found={found} rows={coming} />
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section heading={t('appointment:earlier')}>
          <Rows found={found} rows={earlier} />
        </Section>
      ) : null}
    </>
  )
}

function Rows({ found, rows }: { found: OwnCase; rows: OwnCase['appointments'] }) {
  const { t } = useLanguage()
  return (
    <LinkList>
      {rows.map(({ id, kind, startsAt, state, staff, others, place }) => (
        <LinkRow
          key={id}
          href={personAt.appointment(found.id, id)}
          title={<At moment={startsAt} />}
          detail={
            <>
              {state === 'planned' ? null : <b>{t(`appointment:state.${state}`)} · </b>}
              <KindInWords kind={kind} isOwn={found.isOwn} /> ·{' '}
              <WhoAndWhere staff={staff} others={others} place={place} />
            </>
          }
        />
      ))}
    </LinkList>
  )
}
