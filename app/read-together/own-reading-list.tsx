import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { Timeline } from '../ui/timeline'
import type { OwnReading } from './own-readings'

/** What was read on site and what the child pressed: its own to see again. */
export function OwnReadingList({ readings }: { readings: readonly OwnReading[] }) {
  const { t, dates } = useLanguage()
  if (readings.length === 0) return null
  return (
    <Section heading={t('together:own.heading')}>
      <Timeline
        entries={readings.map(({ begunAt, staffName, kind, title, isExplained, mark }) => ({
          when: dates.when(begunAt),
          dateTime: dates.machine(begunAt),
          title: title === null ? t(`together:kind.${kind}`) : <Swedish>{title}</Swedish>,
          detail: [
            t('together:own.with', { name: staffName }),
            isExplained ? t('together:explained.done') : null,
            mark ? t(`together:own.mark.${mark}`) : null,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  )
}
