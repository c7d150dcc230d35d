import { useLanguage } from '../i18n/language-context'
import { OpeningHours } from './opening-hours'

/** The municipality's social emergency service; null where it has not said how to reach it. */
export type EmergencyService = { phone: string; hours: string } | null

type HelpLinesProps = {
  emergency: EmergencyService
  /** Bris answers those under 18. */
  isForYoung: boolean
  /** Before sign-in, where it may be something else altogether. */
  withHealth?: boolean
}

/** Whom to call when it cannot wait: the one place where these numbers stand. */
export function HelpLines({ emergency, isForYoung, withHealth = false }: HelpLinesProps) {
  const { t } = useLanguage()
  return (
    <ul className="help" role="list">
      <li>
        <Call number="112" /> {t(emergency ? 'ui:help.danger' : 'ui:help.dangerAndService')}
      </li>
      {emergency ? (
        <li>
          <Call number={emergency.phone} /> {t('ui:help.service')}{' '}
          <OpeningHours>{emergency.hours}</OpeningHours>
        </li>
      ) : null}
      {isForYoung ? (
        <li>
          <Call number="116 111" /> {t('ui:help.bris')}
        </li>
      ) : null}
      {withHealth ? (
        <li>
          <Call number="1177" /> {t('ui:help.health')}
        </li>
      ) : null}
    </ul>
  )
}

function Call({ number }: { number: string }) {
  const { t } = useLanguage()
  return <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{t('ui:help.call', { number })}</a>
}

type HelpNowProps = Omit<HelpLinesProps, 'withHealth'>

/** The same at the foot of a page where something heavy may have been read. */
export function HelpNow(props: HelpNowProps) {
  const { t } = useLanguage()
  return (
    <section className="help-now">
      <h2>{t('ui:help.heading')}</h2>
      <HelpLines {...props} />
    </section>
  )
}
