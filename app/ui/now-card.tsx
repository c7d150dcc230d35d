import type { ReactNode } from 'react'

type NowCardProps = {
  eyebrow: ReactNode
  heading: ReactNode
  step?: { at: number; of: number }
  children: ReactNode
}

export function NowCard({ eyebrow, heading, step, children }: NowCardProps) {
  return (
    <section className="now">
      <p className="now-eyebrow">{eyebrow}</p>
      <h2>{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {step ? <Steps {...step} /> : null}
    </section>
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
