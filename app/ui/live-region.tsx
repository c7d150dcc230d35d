import type { ReactNode } from 'react'

/** Always on the page, empty or not: screen readers tell only of what changes in a region that is there already. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div className="live" role="status">
      {children}
    </div>
  )
}
