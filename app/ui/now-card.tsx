import type { ReactNode } from 'react'

type NowCardProps = {
  eyebrow: ReactNode
  heading: ReactNode
  step?: { at: number; of: number }
  /** Nothing to be glad of: without the colour of what one can do. */
  isSober?: boolean
  children: ReactNode
}

export function NowCard({ eyebrow, heading, step, isSober, children }: NowCardProps) {
  return (
    <section className={isSober ? 'now now-sober' : 'now'}>
      <p className="now-eyebrow">{eyebrow}</p>
      <h2>{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {step ? <Steps {...step} /> : null}
    </section>
  )
}

type NowLinkProps = { href: string; children: ReactNode }

/** Where the card leads. */
export function NowLink({ href, children }: NowLinkProps) {
  return (
    <a className="now-link" href={href}>
      {children}
    </a>
  )
}

function Steps({ at, of }: { at: number; of: number }) {
  return (
    <div className="now-steps" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <span key={index} className={index < at ? 'is-done' : undefined} />
      ))}
    </div>
  )
}
