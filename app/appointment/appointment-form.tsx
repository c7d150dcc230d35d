import { appointmentKinds } from '../../db/closed-lists'
import { UnsentWords, WordWarnings, type CheckedWords } from '../disclosure/checked-words'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import { Select } from '../ui/form/select'
import { TextArea } from '../ui/form/text-area'
import { TextField } from '../ui/form/text-field'
import type { AppointmentFault, AppointmentValues } from './appointment-in'
import type { AppointmentCase } from './find-appointment-case'
import { longest } from './limits'
import { ParticipantFields } from './participant-fields'

export type AppointmentFormProps = {
  found: AppointmentCase
  values: AppointmentValues
  faults: readonly AppointmentFault[]
  checked: CheckedWords
  backHref: string
}

/** Booking a meeting, or changing one: then it says why, and when it is shown has been decided. */
export function AppointmentForm({ found, values, faults, checked, backHref }: AppointmentFormProps) {
  const { t } = useLanguage()
  const { texts } = values
  const isNew = values.version === 0
  const errors = errorsOf(faults, (fault, counts) => t(`appointment:staff.fault.${fault}`, counts))
  const field = (name: string) => ({
    name,
    label: t(`appointment:staff.field.${name}`),
    value: texts[name],
    error: errors[name],
  })
  return (
    <OwnForm className="form">
      <ErrorSummary
        heading={t('ui:errors.heading', { count: faults.length })}
        errors={Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text }))}
      />
      <UnsentWords checked={checked} field="place" />
      <input type="hidden" name="formKey" value={values.formKey} />
      <input type="hidden" name="version" value={values.version} />
      <input type="hidden" name="guards" value={(values.guards ?? found.guards).join(',')} />
      {isNew ? null : <input type="hidden" name="deed" value="change" />}
      <Select
        {...field('kind')}
        options={appointmentKinds.map((kind) => ({ value: kind, label: t(`appointment:kind.${kind}`) }))}
      />
      <div className="field-row">
        <TextField {...field('day')} type="date" isShort />
        <TextField {...field('from')} type="time" isShort />
        <TextField {...field('to')} type="time" isShort />
      </div>
      {isNew ? null : (
        <TextArea
          {...field('reason')}
          hint={t('appointment:staff.field.reasonHint')}
          maxLength={longest.reason}
          rows={2}
          isDraft
          isOptional
        />
      )}
      <ParticipantFields found={found} values={values} errors={errors} />
      <TextField {...field('place')} maxLength={longest.place} isOptional />
      <TextArea {...field('placeNote')} maxLength={longest.placeNote} rows={2} isDraft isOptional />
      <TextArea
        {...field('bring')}
        hint={t('appointment:staff.field.bringHint')}
        maxLength={longest.bring}
        rows={2}
        isDraft
        isOptional
      />
      <TextField
        {...field('shownFrom')}
        type="date"
        hint={t('appointment:staff.field.shownFromHint')}
        isShort
        isOptional
      />
      <WordWarnings {...checked} />
      <div className="actions">
        <Button variant="primary">
          {t(isNew ? 'appointment:staff.save' : 'appointment:staff.saveChange')}
        </Button>
        <ButtonLink variant="quiet" href={backHref}>
          {t('appointment:staff.back')}
        </ButtonLink>
      </div>
    </OwnForm>
  )
}

type Counts = Pick<AppointmentFault, 'typed' | 'most'>

/** What is wrong, by field; the first fault of a field. */
function errorsOf(faults: readonly AppointmentFault[], say: (fault: string, counts: Counts) => string) {
  const errors: Record<string, string> = {}
  for (const { field, fault, ...counts } of faults) errors[field] ??= say(fault, counts)
  return errors
}
