import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language-context'

/** What every field can say about itself. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** What was typed before, given back after an error. */
  value?: string | undefined
  /** Said in words; the server decides, so that a paste is never cut off without a word. */
  maxLength?: number
  /**
   * Otherwise said to be required, by aria-required: the browser's own `required` complains in the browser's
   * language and its bubble vanishes; our summary stays.
   */
  isOptional?: boolean
}

type FieldFrameProps = Omit<FieldProps, 'value'> & {
  children: (describedBy: string | undefined) => ReactNode
}

/** Label, hint, error and the control, tied together by id. The field's name is its id. */
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
