import { useLanguage } from '../i18n/language-context'
import { OpeningHours } from './opening-hours'
import { phoneHref } from './phone-href'

/** The municipality's social emergency service; null where it has not said how to reach it. */
export type EmergencyService = { phone: string; hours: string } | null

type WhomToCall = {
  emergency: EmergencyService
  /** Bris answers those under 18. */
  isForYoung: boolean
}
type HelpLinesProps = WhomToCall & {
  /** Before sign-in, where it may be something else altogether. */
  withHealth?: boolean
}

const danger = '112'
const bris = '116 111'

/** Whom to call when it cannot wait: this file is the one place where these numbers stand. */
export function HelpLines({ emergency, isForYoung, withHealth = false }: HelpLinesProps) {
  const { t } = useLanguage()
  const call = (number: string) => <Call number={number}>{t('ui:help.call', { number })}</Call>
  return (
    <ul className="help" role="list">
      <li>
        {call(danger)} {t('ui:help.danger')}
        {emergency ? null : ` ${t('ui:help.serviceAtDanger')}`}
      </li>
      {isForYoung ? (
        <li>
          {call(bris)} {t('ui:help.bris')}
        </li>
      ) : null}
      {emergency ? (
        <li>
          {call(emergency.phone)} {t('ui:help.service')} <OpeningHours>{emergency.hours}</OpeningHours>
        </li>
      ) : null}
      {withHealth ? (
        <li>
          {call('1177')} {t('ui:help.health')}
        </li>
      ) : null}
    </ul>
  )
}

/** The same above a field, which is to be seen without scrolling on a phone. */
export function HelpInShort({ emergency, isForYoung }: WhomToCall) {
  const { t } = useLanguage()
  return (
    <ul className="help-short" role="list">
      <li>
        <Call number={danger}>{t('ui:help.short.danger', { number: danger })}</Call>
      </li>
      {isForYoung ? (
        <li>
          <Call number={bris}>{t('ui:help.short.bris', { number: bris })}</Call>
        </li>
      ) : null}
      <li>
        {emergency ? (
          <Call number={emergency.phone}>{t('ui:help.short.service', { number: emergency.phone })}</Call>
        ) : (
          t('ui:help.serviceAtDanger')
        )}
      </li>
    </ul>
  )
}

function Call({ number, children }: { number: string; children: string }) {
  return <a href={phoneHref(number)}>{children}</a>
}

/** At the foot of a page where something heavy may have been read. */
export function HelpNow(props: WhomToCall) {
  const { t } = useLanguage()
  return (
    <section className="help-now">
      <h2>{t('ui:help.heading')}</h2>
      <HelpLines {...props} />
    </section>
  )
}
