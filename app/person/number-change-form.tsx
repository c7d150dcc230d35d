import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { TextField } from '../ui/form/text-field'
import type { NumberFault } from './number-change'
import { OwnForm } from '../ui/form/own-form'

type NumberFormProps = {
  name: string
  typed: string
  fault: NumberFault | null
}

/** The first step: nothing is changed by it. */
export function NumberForm({ name, typed, fault }: NumberFormProps) {
  const { t } = useLanguage()
  const error = fault ? t(`staff:number.fault.${fault}`, { name }) : undefined
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: '#nummer', text: error }]}
        />
      ) : null}
      <TextField
        name="nummer"
        label={t('staff:number.field')}
        hint={t('staff:number.hint')}
        value={typed}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        isShort
      />
      <div className="actions">
        <Button variant="primary">{t('staff:number.see')}</Button>
      </div>
    </OwnForm>
  )
}
