import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'

type ChipLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; current?: boolean }

export function Chip({ type = 'button', ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className="chip" />
}

export function ChipLink({ current, children, ...rest }: ChipLinkProps) {
  return (
    <a {...rest} className="chip" aria-current={current ? 'true' : undefined}>
      {children}
    </a>
  )
}

export function Chips({ children }: { children: ReactNode }) {
  return <div className="chips">{children}</div>
}
