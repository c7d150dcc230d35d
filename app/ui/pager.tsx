import { useLanguage } from '../i18n/language-context'
import { Chips, ChipLink } from './chip'

type PagerProps = { page: number; hasMore: boolean }

export function Pager({ page, hasMore }: PagerProps) {
  const { t } = useLanguage()
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={t('case:pager.label')}>
      <Chips>
        {page > 1 ? <ChipLink href={`?sida=${page - 1}`}>{t('case:pager.newer')}</ChipLink> : null}
        {hasMore ? <ChipLink href={`?sida=${page + 1}`}>{t('case:pager.older')}</ChipLink> : null}
      </Chips>
    </nav>
  )
}
