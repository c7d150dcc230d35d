import type { ReactNode } from 'react'

/** Staff's two columns: what is to be done, and beside it what it is about. On a phone the second follows. */
export function WorkColumns({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className="columns columns-work">
      <div>{children}</div>
      <div className="beside">{beside}</div>
    </div>
  )
}
