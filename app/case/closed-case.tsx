import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'

type ClosedCaseProps = { closedOn: string | null; readableUntil: string | null }

/** Says that a case is closed and until when it can be read here; nothing for an open one. */
export function ClosedCase({ closedOn, readableUntil }: ClosedCaseProps) {
  const { t, dates } = useLanguage()
  if (!closedOn) return null
  return (
    <Notice tone="info" heading={t('case:closed.heading', { date: dates.short(closedOn) })}>
      {readableUntil ? t('case:closed.until', { date: dates.short(readableUntil) }) : t('case:closed.text')}
    </Notice>
  )
}
