import { createContext, useContext, type ReactNode } from 'react'
import type { Outcome } from './outcome'
import type { Visitor } from './visitor'

/** Who the page is for, its path, what came of what was sent, and the request's id for error pages. */
export type VisitorValue = Visitor & { requestId: string; path: string; outcome: Outcome | null }

const VisitorContext = createContext<VisitorValue | null>(null)

export function VisitorProvider({ value, children }: { value: VisitorValue; children: ReactNode }) {
  return <VisitorContext.Provider value={value}>{children}</VisitorContext.Provider>
}

export function useVisitor(): VisitorValue {
  const value = useContext(VisitorContext)
  if (!value) throw new Error('useVisitor needs a VisitorProvider above it')
  return value
}
