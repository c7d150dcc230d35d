import type { ReactNode } from 'react'

/** The page's heading with its one deed: beside it on a wide screen, under the thumb on a phone. */
export function WorkHeading({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <div className="work-heading">
      {heading}
      {children ? <div className="reach">{children}</div> : null}
    </div>
  )
}
