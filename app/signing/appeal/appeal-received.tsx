import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { AppealReceived } from './appeal'

/** That the municipality has it, and what became of it there. */
export function AppealReceivedNotice({ received }: { received: AppealReceived }) {
  const { t, dates } = useLanguage()
  const { receivedOn, outcome, outcomeOn } = received
  return (
    <Notice tone="info" heading={t('signing:appeal.received.heading')}>
      <p>{t('signing:appeal.received.text', { date: dates.day(receivedOn) })}</p>
      <p>
        {t(`signing:appeal.received.${outcome ?? 'next'}`, { date: outcomeOn ? dates.day(outcomeOn) : '' })}
      </p>
    </Notice>
  )
}
