import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value?: string | undefined
  /** Shown in words; the server decides, so that a paste is never cut off silently. */
  maxLength?: number
  /**
   * Required fields use aria-required: the browser's own `required` message is in the browser's language and
   * vanishes.
   */
  isOptional?: boolean
}

type FieldFrameProps = Omit<FieldProps, 'value'> & {
  children: (describedBy: string | undefined) => ReactNode
}

/** Ties label, hint, error and control together by id. The field's name is its id. */
export function FieldFrame({ name, label, hint, error, maxLength, isOptional, children }: FieldFrameProps) {
  const { t } = useLanguage()
  const limit = maxLength ? t('ui:field.limit', { count: maxLength }) : null
  const hasHint = Boolean(hint) || Boolean(limit)
  const described = [hasHint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="field-label" htmlFor={name}>
        {label} {isOptional ? <span className="muted">{t('ui:field.optional')}</span> : null}
      </label>
      {hasHint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint} {limit}
        </p>
      ) : null}
      <FieldError name={name} error={error} />
      {children(described || undefined)}
    </div>
  )
}

export function FieldError({ name, error }: { name: string; error: string | undefined }) {
  const { t } = useLanguage()
  if (!error) return null
  return (
    <p className="field-error" id={`${name}-error`}>
      <span className="sr">{t('ui:field.error')} </span>
      {error}
    </p>
  )
}
