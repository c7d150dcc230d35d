import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Notice } from '../ui/notice'
import { Swedish } from '../ui/swedish'
import { KindInWords } from './kind-in-words'
import type { OwnAppointment } from './own-appointments'

type OwnFactsProps = { appointment: OwnAppointment; name: string }

/** That it was moved, called off or changed, in the words of whoever did it. */
export function OwnChange({
  appointment: { state, earlierStart, reason },
}: Pick<OwnFactsProps, 'appointment'>) {
  const { t, dates } = useLanguage()
  const became = state === 'moved' || state === 'cancelled' ? state : reason ? 'changed' : null
  if (!became) return null
  return (
    <Notice tone="info" heading={t(`appointment:${became}.heading`)}>
      {state === 'moved' && earlierStart ? (
        <p>{t('appointment:moved.text', { when: dayAndTime(earlierStart) })}</p>
      ) : null}
      {reason ? (
        <p>
          <Swedish>{reason}</Swedish>
        </p>
      ) : null}
    </Notice>
  )

  function dayAndTime(moment: string | Date) {
    return t('appointment:at', { day: dates.day(moment), time: dates.time(moment) })
  }
}

/** What is known beside the day. Of what is not told it is said alike, whether there is anything to tell or nothing. */
export function OwnFacts({ appointment, name }: OwnFactsProps) {
  const { t, dates } = useLanguage()
  const { kind, isOwn, startsAt, endsAt, place, placeNote, bring } = appointment
  const isSomewhere = kind !== 'phoneCall' && kind !== 'videoCall'
  return (
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
        {
          term: t('appointment:facts.what'),
          value: (
            <p>
              <KindInWords kind={kind} isOwn={isOwn} />
            </p>
          ),
        },
        { term: t('appointment:facts.who'), value: <WhoComes appointment={appointment} name={name} /> },
        ...(place || isSomewhere
          ? [
              {
                term: t('appointment:facts.place'),
                value: place ? (
                  <>
                    <p>
                      <Swedish>{place}</Swedish>
                    </p>
                    {placeNote ? (
                      <p>
                        <Swedish>{placeNote}</Swedish>
                      </p>
                    ) : null}
                  </>
                ) : (
                  <p>{t('appointment:hidden.place', { name })}</p>
                ),
              },
            ]
          : []),
        ...(bring
          ? [
              {
                term: t('appointment:facts.bring'),
                value: (
                  <p>
                    <Swedish>{bring}</Swedish>
                  </p>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function WhoComes({ appointment: { staff, others }, name }: OwnFactsProps) {
  const { t } = useLanguage()
  const also = (others ?? []).map((other) => (other.role ? `${other.name} (${other.role})` : other.name))
  return (
    <>
      <p>
        <bdi>{[...staff, ...also].join(', ')}</bdi>
        {staff.length + also.length > 0 ? ' · ' : null}
        {t('appointment:facts.you')}
      </p>
      {others === null ? <p className="muted">{t('appointment:hidden.others', { name })}</p> : null}
    </>
  )
}
