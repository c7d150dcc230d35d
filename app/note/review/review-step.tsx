import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { Tag } from '../../ui/table'
import type { ReviewPart } from './review-parts'

/** What lacks something is open, so that nothing waits behind a tap; all of it when the form was refused. */
export type OpenPart = { open: readonly ReviewPart[] | 'all' }

type ReviewStepProps = OpenPart & {
  id: ReviewPart
  heading: ReactNode
  state: { tone: 'warn' | 'done' | 'plain'; text: string }
  children: ReactNode
}

export function ReviewStep({ id, open, heading, state, children }: ReviewStepProps) {
  return (
    <details className="disclose review-step" id={id} open={open === 'all' || open.includes(id)}>
      <summary>
        <span className="review-step-name">
          <h2 className="review-step-heading">{heading}</h2>
          <Tag tone={state.tone}>{state.text}</Tag>
        </span>
      </summary>
      <div className="disclose-body">{children}</div>
    </details>
  )
}

/** "3 kvar", then "Klart". */
export function useLeft(): (count: number) => ReviewStepProps['state'] {
  const { t } = useLanguage()
  return (count) =>
    count > 0 ? { tone: 'warn', text: t('review:left', { count }) } : { tone: 'done', text: t('review:done') }
}
