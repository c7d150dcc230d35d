import type { ReactNode } from 'react'

/** Exact facts on demand; never the only place of something one must know. */
export function Disclose({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="disclose">
      <summary>{summary}</summary>
      <div className="disclose-body">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </details>
  )
}
