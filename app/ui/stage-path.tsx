import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'

export type StageStep = { label: ReactNode; detail?: ReactNode; state: 'done' | 'here' | 'next' }

/** The state is drawn, and also in words for a screen reader. */
export function StagePath({ steps }: { steps: readonly StageStep[] }) {
  const { t } = useLanguage()
  return (
    <ol className="path" role="list">
      {steps.map(({ label, detail, state }, index) => (
        <li key={index} className={`is-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
          <span className="path-label">
            <span className="sr">{t(`ui:path.${state}`)} </span>
            {label}
          </span>
          {detail ? <span className="path-detail">{detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
