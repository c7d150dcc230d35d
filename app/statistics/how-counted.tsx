import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { measures, type DocumentationTimes } from './documentation-times'

export function HowCounted({ times: { fewest, nextOn } }: { times: DocumentationTimes }) {
  const { t, dates } = useLanguage()
  const items = measures.map((measure) => ({
    term: t(`statistics:column.${measure}`),
    value: t(`statistics:means.${measure}`, fewest),
  }))
  return (
    <Section heading={t('statistics:how.heading')}>
      <Facts items={items} />
      <p>{t('statistics:how.median')}</p>
      <p>{t('statistics:how.nobody')}</p>
      <p>{t('statistics:how.next', { date: dates.short(nextOn) })}</p>
    </Section>
  )
}
