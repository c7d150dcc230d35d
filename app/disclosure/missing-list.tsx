import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import type { Missing } from './missing'

type MissingListProps = { heading: string; missing: readonly Missing[] }

export function MissingList({ heading, missing }: MissingListProps) {
  const { t } = useLanguage()
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" heading={heading}>
      <ul className="missing" role="list">
        {missing.map(({ what, href, ...facts }) => (
          <li key={`${what} ${href}`}>
            <a href={href}>{t(`review:missing.${what}`, facts)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
