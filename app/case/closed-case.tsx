import { useLanguage } from '../i18n/language-context'

type ClosedCaseProps = { closedOn: string | null; readableUntil: string | null }

export function ClosedCase({ closedOn, readableUntil }: ClosedCaseProps) {
  const { t, dates } = useLanguage()
  if (!closedOn) return null
  return (
    <p>
      {readableUntil ? t('case:closed.until', { date: dates.short(readableUntil) }) : t('case:closed.text')}
    </p>
  )
}
