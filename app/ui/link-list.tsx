import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'

type LinkRowProps = {
  href: string
  title: ReactNode
  detail?: ReactNode
  isNew?: boolean
  newLabel?: string
  /** Another way from the same thing, at the end of its row. */
  way?: { href: string; label: ReactNode }
}

export function LinkList({ children }: { children: ReactNode }) {
  // Explicit role: Safari drops it from lists without bullets.
  return (
    <ul className="list" role="list">
      {children}
    </ul>
  )
}

export function LinkRow({ href, title, detail, isNew, newLabel, way }: LinkRowProps) {
  const { t } = useLanguage()
  return (
    <li className={isNew ? 'is-new' : way ? 'has-way' : undefined}>
      <a className="row" href={href}>
        <span>
          <span className="row-title">{title}</span>
          {isNew || detail ? (
            <span className="row-detail">
              {isNew ? <span className="new">{newLabel ?? t('ui:list.new')}</span> : null}
              {isNew && detail ? ' · ' : null}
              {detail}
            </span>
          ) : null}
        </span>
      </a>
      {way ? (
        <a className="row-way" href={way.href}>
          {way.label}
        </a>
      ) : null}
    </li>
  )
}
