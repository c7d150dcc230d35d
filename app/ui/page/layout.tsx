import type { ReactNode } from 'react'

type PageHeadingProps = { title: ReactNode; detail?: ReactNode; lead?: ReactNode }

export function PageHeading({ title, detail, lead }: PageHeadingProps) {
  return (
    <div className="heading">
      <h1>{title}</h1>
      {detail ? <p className="muted">{detail}</p> : null}
      {lead ? <p className="lead">{lead}</p> : null}
    </div>
  )
}

export function Section({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

export function Columns({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className="columns">
      <div>{children}</div>
      <div className="beside">{beside}</div>
    </div>
  )
}
