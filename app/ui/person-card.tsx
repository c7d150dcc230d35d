import type { ReactNode } from 'react'

type PersonCardProps = {
  name: string
  initials: string
  /** Instead of the initials; `text` is what stands for it, in Swedish. */
  picture?: { href: string; text: string } | undefined
  detail?: ReactNode
  children?: ReactNode
}

export function PersonCard({ name, initials, picture, detail, children }: PersonCardProps) {
  return (
    <div className="person">
      {picture ? (
        <img className="person-face" src={picture.href} alt={picture.text} lang="sv" width={56} height={56} />
      ) : (
        <span className="person-face" aria-hidden="true">
          {initials}
        </span>
      )}
      <div>
        <p className="row-title">{name}</p>
        {detail ? <p className="muted">{detail}</p> : null}
      </div>
      {children ? <div className="person-more">{children}</div> : null}
    </div>
  )
}
