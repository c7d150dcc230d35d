import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ChipLink, Chips } from '../ui/chip'

/** Between the pages of figures. Who leads no unit has one alone, and no way to choose. */
export function StatisticsNav({ here, leads }: { here: string; leads: boolean }) {
  const { t } = useLanguage()
  if (!leads) return null
  const pages = [
    { href: staffAt.statistics, label: t('indicator:nav.documentation') },
    { href: staffAt.indicators, label: t('indicator:nav.indicators') },
    { href: staffAt.retention, label: t('retention:title') },
  ]
  return (
    <nav aria-label={t('indicator:nav.label')}>
      <Chips>
        {pages.map(({ href, label }) => (
          <ChipLink key={href} href={href} current={href === here}>
            {label}
          </ChipLink>
        ))}
      </Chips>
    </nav>
  )
}
