import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Notice } from '../ui/notice'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { Participant, StaffAppointment } from './staff-appointments'

type StaffFactsProps = { appointment: StaffAppointment }

export function StaffAppointmentFacts({ appointment }: StaffFactsProps) {
  const { t, dates } = useLanguage()
  const { startsAt, endsAt, kind, state, place, placeNote, bring, reason } = appointment
  const said = (term: string, text: string | null) =>
    text
      ? [
          {
            term: t(`appointment:staff.field.${term}`),
            value: (
              <p>
                <Swedish>{text}</Swedish>
              </p>
            ),
          },
        ]
      : []
  return (
    <>
      {state === 'planned' ? null : (
        <Notice tone="info" heading={t(`appointment:state.${state}`)}>
          {reason ? (
            <p>
              <Swedish>{reason}</Swedish>
            </p>
          ) : null}
        </Notice>
      )}
      <Facts
        items={[
          {
            term: t('appointment:facts.time'),
            value: (
              <p>
                <bdi dir="ltr">
                  {dates.time(startsAt)}–{dates.time(endsAt)}
                </bdi>
              </p>
            ),
          },
          { term: t('appointment:facts.what'), value: <p>{t(`appointment:kind.${kind}`)}</p> },
          ...said('place', place),
          ...said('placeNote', placeNote),
          ...said('bring', bring),
        ]}
      />
    </>
  )
}

/** Who takes part, and in words what each of the family sees of it. */
export function WhoSeesWhat({ appointment }: StaffFactsProps) {
  const { t, dates } = useLanguage()
  const { participants, shownFrom, changedAt, changedBy } = appointment
  const family = participants.filter(({ personId }) => personId !== null)
  const others = participants.filter(({ personId }) => personId === null)
  const isClosed = family.some(
    ({ showsPlace, showsOthers, seesPlace, seesOthers }) =>
      showsPlace !== seesPlace || showsOthers !== seesOthers,
  )
  return (
    <Section heading={t('appointment:staff.sees.heading')}>
      {isClosed ? <Notice tone="warn">{t('appointment:staff.sees.closed')}</Notice> : null}
      <Facts items={family.map((each) => ({ term: each.name, value: <Sees participant={each} /> }))} />
      {others.length > 0 ? (
        <p>
          {t('appointment:facts.who')}:{' '}
          <bdi>{others.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}</bdi>
        </p>
      ) : null}
      <p className="muted">
        {t('appointment:staff.shownFrom', { when: dates.when(shownFrom) })} ·{' '}
        {t('appointment:staff.changed', { when: dates.when(changedAt), name: changedBy })}
      </p>
    </Section>
  )
}

function Sees({ participant: { seesPlace, seesOthers } }: { participant: Participant }) {
  const { t } = useLanguage()
  const seen = [
    t('appointment:staff.sees.time'),
    seesPlace ? t('appointment:staff.sees.place') : null,
    seesOthers ? t('appointment:staff.sees.others') : null,
  ]
  return <p>{seen.filter(Boolean).join(' · ')}</p>
}
