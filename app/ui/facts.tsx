import type { ReactNode } from 'react'

export function Facts({ items }: { items: readonly { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
