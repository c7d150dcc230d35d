import type { ReactNode } from 'react'

/** Tasks, and beside them what they concern. On a phone the second column follows. */
export function WorkColumns({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className="columns columns-work">
      <div>{children}</div>
      <div className="beside">{beside}</div>
    </div>
  )
}
