import type { ReactNode } from 'react'

export type TimelineEntry = {
  when: ReactNode
  dateTime: string
  title: ReactNode
  href?: string
  detail?: ReactNode
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline" role="list">
      {entries.map(({ when, dateTime, title, href, detail }, index) => (
        <li key={index}>
          <time className="timeline-when" dateTime={dateTime}>
            {when}
          </time>
          <div>
            <p className="timeline-title">{href ? <a href={href}>{title}</a> : title}</p>
            {detail ? <p className="muted">{detail}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
