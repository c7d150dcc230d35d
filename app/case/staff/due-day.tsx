import { useLanguage } from '../../i18n/language-context'
import { Tag } from '../../ui/table'

/** "om 3 dagar", "i dag", "2 dagar sen". */
export function DueDay({ days }: { days: number }) {
  const { t } = useLanguage()
  if (days < 0) return <Tag tone="warn">{t('staff:due.late', { count: -days })}</Tag>
  if (days === 0) return <Tag tone="warn">{t('staff:due.today')}</Tag>
  return <b>{t('staff:due.in', { count: days })}</b>
}
