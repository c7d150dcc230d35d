import { useLanguage } from '../../i18n/language-context'
import { ErrorSummary } from '../../ui/error-summary'
import type { Missing } from './missing-in-review'

type MissingListProps = { heading: string; missing: readonly Missing[] }

/** What is left before a note can be signed, each a link to where it is done. */
export function MissingList({ heading, missing }: MissingListProps) {
  const { t } = useLanguage()
  return (
    <ErrorSummary
      heading={heading}
      errors={missing.map(({ what, href, ...facts }) => ({ href, text: t(`review:missing.${what}`, facts) }))}
    />
  )
}
