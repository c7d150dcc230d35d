import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import type { Missing } from './missing'

type MissingListProps = {
  heading: string
  missing: readonly Missing[]
  /** It is the answer to what was sent. */
  isRefusal?: boolean
}

export function MissingList({ heading, missing, isRefusal = false }: MissingListProps) {
  const { t } = useLanguage()
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" heading={heading} isRefusal={isRefusal}>
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
