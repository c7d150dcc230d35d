import { useLanguage } from '../i18n/language-context'
import { EmptyState } from '../ui/notice'
import type { DocumentationTimes } from './documentation-times'

export function TooFew({ times: { fewest, nextOn } }: { times: DocumentationTimes }) {
  const { t, dates } = useLanguage()
  return (
    <EmptyState heading={t('statistics:tooFew.heading')}>
      <p>{t('statistics:tooFew.why', fewest)}</p>
      <p>{t('statistics:tooFew.what', { date: dates.short(nextOn) })}</p>
    </EmptyState>
  )
}
