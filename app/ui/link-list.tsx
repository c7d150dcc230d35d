import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'

type LinkRowProps = {
  href: string
  title: ReactNode
  detail?: ReactNode
  isNew?: boolean
  newLabel?: string
}

export function LinkList({ children }: { children: ReactNode }) {
  // Explicit role: Safari drops it from lists without bullets.
  return (
    <ul className="list" role="list">
      {children}
    </ul>
  )
}

export function LinkRow({ href, title, detail, isNew, newLabel }: LinkRowProps) {
  const { t } = useLanguage()
  return (
    <li className={isNew ? 'is-new' : undefined}>
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
    </li>
  )
}
