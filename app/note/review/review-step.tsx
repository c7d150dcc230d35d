import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { Tag } from '../../ui/table'
import type { ReviewPart } from './review-parts'

export type OpenPart = { open: ReviewPart | 'all' | null }

type ReviewStepProps = OpenPart & {
  id: ReviewPart
  heading: ReactNode
  state: { tone: 'warn' | 'done' | 'plain'; text: string }
  children: ReactNode
}

export function ReviewStep({ id, open, heading, state, children }: ReviewStepProps) {
  return (
    <details className="disclose review-step" id={id} open={open === id || open === 'all'}>
      <summary>
        <span className="review-step-name">
          <span>{heading}</span>
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
