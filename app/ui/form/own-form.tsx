import { createContext, useContext, type ComponentProps, type ReactNode } from 'react'
import { holderField } from './holder'

const HolderContext = createContext<string | null>(null)

export function HolderProvider({ value, children }: { value: string | null; children: ReactNode }) {
  return <HolderContext.Provider value={value}>{children}</HolderContext.Provider>
}

/**
 * A form that only the person it is drawn for can send: when somebody else has signed in meanwhile, the guard writes
 * nothing (app/access/guard.ts).
 */
export function OwnForm({ children, ...form }: Omit<ComponentProps<'form'>, 'method'>) {
  const holder = useContext(HolderContext)
  return (
    <form method="post" {...form}>
      {holder ? <input type="hidden" name={holderField} value={holder} /> : null}
      {children}
    </form>
  )
}
