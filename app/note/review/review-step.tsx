import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { Tag } from '../../ui/table'

type ReviewStepProps = {
  id: string
  heading: ReactNode
  /** What is left here, in words. */
  left: string
  count: number
  children: ReactNode
}

/** One part of the review: open while something is left, folded when it is done. */
export function ReviewStep({ id, heading, left, count, children }: ReviewStepProps) {
  const { t } = useLanguage()
  return (
    <details className="disclose review-step" id={id} open={count > 0}>
      <summary>
        <span className="review-step-name">
          <span>{heading}</span>
          <Tag tone={count > 0 ? 'warn' : 'done'}>{count > 0 ? left : t('review:done')}</Tag>
        </span>
      </summary>
      <div className="disclose-body">{children}</div>
    </details>
  )
}
