import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

/** At most one `primary` on a page. */
type ButtonVariant = 'primary' | 'secondary' | 'quiet'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: ButtonVariant }
type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; variant?: ButtonVariant }

const classes: Record<ButtonVariant, string> = {
  primary: 'button button-primary',
  secondary: 'button',
  quiet: 'button button-quiet',
}

export function Button({ variant = 'secondary', type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classes[variant]} />
}

export function ButtonLink({ variant = 'secondary', children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classes[variant]}>
      {children}
    </a>
  )
}
