import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { Select } from '../../ui/form/select'
import { TextField } from '../../ui/form/text-field'
import { noteKinds, type NewNoteFault } from './new-note-in'
import { OwnForm } from '../../ui/form/own-form'

type NewNoteFormProps = {
  noteId: string
  kind?: string | undefined
  day: string
  time: string
  fault?: NewNoteFault | null
}

/** The time defaults to now, since most notes are written on the spot. */
export function NewNoteForm({ noteId, kind, day, time, fault }: NewNoteFormProps) {
  const { t } = useLanguage()
  const error = fault ? t(`dictation:new.fault.${fault}`) : undefined
  const at = fault === 'kind' ? 'kind' : 'day'
  return (
    <OwnForm className="form">
      {error ? (
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={[{ href: `#${at}`, text: error }]}
        />
      ) : null}
      <input type="hidden" name="noteId" value={noteId} />
      <Select
        name="kind"
        label={t('dictation:new.kind')}
        value={kind}
        error={at === 'kind' ? error : undefined}
        options={noteKinds.map((value) => ({ value, label: t(`note:kind.${value}`) }))}
      />
      <div className="field-row">
        <TextField
          name="day"
          type="date"
          label={t('dictation:new.day')}
          value={day}
          error={at === 'day' ? error : undefined}
          isShort
        />
        <TextField name="time" type="time" label={t('dictation:new.time')} value={time} isShort />
      </div>
      <div className="actions">
        <Button variant="primary">{t('dictation:new.begin')}</Button>
      </div>
    </OwnForm>
  )
}
