import type { ReactNode } from 'react'

/** The heading with its one action: beside it on a wide screen, at the bottom on a phone. */
export function WorkHeading({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <div className="work-heading">
      {heading}
      {children ? <div className="reach">{children}</div> : null}
    </div>
  )
}
