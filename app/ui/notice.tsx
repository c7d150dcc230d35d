import type { ReactNode } from 'react'

type NoticeProps = {
  tone: 'info' | 'done' | 'warn'
  heading?: ReactNode
  children?: ReactNode
  /** What was just sent was not done: said at once, and where the reading begins (WCAG 3.3.1). */
  isRefusal?: boolean
}

/**
 * `done` reports what was just saved or sent. It comes with its page, of which screen readers announce no region, so
 * it takes the focus; the others do not.
 */
export function Notice({ tone, heading, children, isRefusal }: NoticeProps) {
  return (
    <div
      className={`notice notice-${tone}`}
      {...(tone === 'done' && { role: 'status', tabIndex: -1, autoFocus: true })}
      {...(isRefusal && { role: 'alert', tabIndex: -1, autoFocus: true })}
    >
      {heading ? <h2>{heading}</h2> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

export function EmptyState({ heading, children }: { heading: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
