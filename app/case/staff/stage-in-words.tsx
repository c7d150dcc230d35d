import { useLanguage } from '../../i18n/language-context'
import type { StaffCase } from './list-cases'

export function StageInWords({ one: { closedOn, stage } }: { one: Pick<StaffCase, 'closedOn' | 'stage'> }) {
  const { t, dates } = useLanguage()
  if (closedOn) return <>{t('staff:closed', { date: dates.short(closedOn) })}</>
  return stage ? <>{t(`staff:stage.${stage}`)}</> : null
}
