import type { ReactNode } from 'react'

type NoticeProps = { tone: 'info' | 'done' | 'warn'; heading?: ReactNode; children?: ReactNode }

/** `done` tells what has just been saved or sent and is announced; the others stand in the text. */
export function Notice({ tone, heading, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'done' ? 'status' : undefined}>
      {heading ? <h2>{heading}</h2> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

/** Nothing here yet: say why, and when there will be something. */
export function EmptyState({ heading, children }: { heading: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
