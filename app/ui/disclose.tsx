import type { ReactNode } from 'react'

/** For details on demand; never the only place of something essential. */
export function Disclose({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="disclose">
      <summary>{summary}</summary>
      <div className="disclose-body">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </details>
  )
}
