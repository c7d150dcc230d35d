import { useLanguage } from '../i18n/language-context'
import { Chips, ChipLink } from './chip'

type PagerProps = {
  page: number
  hasMore: boolean
  /** What else the address asks for. */ kept?: string | undefined
}

export function Pager({ page, hasMore, kept }: PagerProps) {
  const { t } = useLanguage()
  const pageAt = (number: number) => (kept ? `?${kept}&sida=${number}` : `?sida=${number}`)
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={t('case:pager.label')}>
      <Chips>
        {page > 1 ? <ChipLink href={pageAt(page - 1)}>{t('case:pager.newer')}</ChipLink> : null}
        {hasMore ? <ChipLink href={pageAt(page + 1)}>{t('case:pager.older')}</ChipLink> : null}
      </Chips>
    </nav>
  )
}
