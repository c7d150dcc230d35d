import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { Select } from '../ui/form/select'
import { TextField } from '../ui/form/text-field'
import type { Colleague } from './absence'
import type { AbsenceFault, AbsenceValues } from './absence-in'

type AbsenceFormProps = {
  colleagues: readonly Colleague[]
  values: AbsenceValues
  fault: AbsenceFault | null
}

export function AbsenceForm({ colleagues, values, fault }: AbsenceFormProps) {
  const { t } = useLanguage()
  const error = fault ? t(`answer:absence.fault.${fault.fault}`) : undefined
  const errorAt = (field: AbsenceFault['field']) => (fault?.field === field ? error : undefined)
  const [self] = colleagues
  return (
    <OwnForm className="form">
      {fault && error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${fault.field}`, text: error }]}
        />
      ) : null}
      <input type="hidden" name="absence" value={values.absence} />
      {colleagues.length > 1 ? (
        <Select
          name="who"
          label={t('answer:absence.who')}
          value={values.who}
          error={errorAt('who')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="who" value={self?.id ?? ''} />
      )}
      <TextField
        name="from"
        type="date"
        isShort
        label={t('answer:absence.from')}
        value={values.from}
        error={errorAt('from')}
      />
      <TextField
        name="to"
        type="date"
        isShort
        label={t('answer:absence.to')}
        hint={t('answer:absence.toHint')}
        value={values.to}
        error={errorAt('to')}
      />
      <Button variant="primary" name="do" value="record">
        {t('answer:absence.save')}
      </Button>
    </OwnForm>
  )
}
