import type { ReactNode } from 'react'

type PersonCardProps = { name: string; initials: string; detail?: ReactNode; children?: ReactNode }

export function PersonCard({ name, initials, detail, children }: PersonCardProps) {
  return (
    <div className="person">
      <span className="person-face" aria-hidden="true">
        {initials}
      </span>
      <div>
        <p className="row-title">{name}</p>
        {detail ? <p className="muted">{detail}</p> : null}
      </div>
      {children ? <div className="person-more">{children}</div> : null}
    </div>
  )
}
