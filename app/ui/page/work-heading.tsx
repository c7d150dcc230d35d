import type { ReactNode } from 'react'

export function WorkHeading({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <div className="work-heading">
      {heading}
      {children ? <div className="reach">{children}</div> : null}
    </div>
  )
}
