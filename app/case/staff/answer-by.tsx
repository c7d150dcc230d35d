import { useLanguage } from '../../i18n/language-context'
import { Tag } from '../../ui/table'

/** "ska besvaras senast i dag", "skulle ha besvarats i går". */
export function AnswerBy({ answerBy, daysLeft }: { answerBy: string; daysLeft: number }) {
  const { t, dates } = useLanguage()
  if (daysLeft > 0) return <>{t('answer:today.answerBy', { day: dates.day(answerBy) })}</>
  if (daysLeft === 0) return <Tag tone="warn">{t('answer:today.answerToday')}</Tag>
  if (daysLeft === -1) return <Tag tone="warn">{t('answer:today.wasYesterday')}</Tag>
  return <Tag tone="warn">{t('answer:today.wasDay', { day: dates.day(answerBy) })}</Tag>
}
