import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../form/button'

type ErrorPageProps = {
  /** HTTP status, for somebody on the phone to read out. */
  code: number
  heading: string
  text: ReactNode
  errorId?: string | undefined
  action?: { href: string; label: string } | undefined
  /** What is lost when its reader leaves by the action, which is then neither first nor filled. */
  kept?: ReactNode
}

/** Goes inside PageShell. */
export function ErrorPage({ code, heading, text, errorId, action, kept }: ErrorPageProps) {
  const { t } = useLanguage()
  return (
    <>
      <div className="heading">
        <h1>{heading}</h1>
        <p className="lead">{text}</p>
      </div>
      {kept}
      {action ? (
        <div className="actions">
          <ButtonLink variant={kept ? 'secondary' : 'primary'} href={action.href}>
            {action.label}
          </ButtonLink>
        </div>
      ) : null}
      <p className="muted">
        {t('ui:error.code', { code })}
        {errorId ? (
          <>
            {' · '}
            {t('ui:error.id')} <span className="fingerprint">{errorId}</span>
          </>
        ) : null}
      </p>
    </>
  )
}
