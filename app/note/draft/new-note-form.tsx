import { useLanguage } from '../../i18n/language-context'
import { Chips } from '../../ui/chip'
import { ErrorSummary } from '../../ui/form/error-summary'
import { TextField } from '../../ui/form/text-field'
import { noteKinds, type NewNoteFault } from './new-note-in'
import { OwnForm } from '../../ui/form/own-form'

type NewNoteFormProps = {
  noteId: string
  day: string
  time: string
  fault?: NewNoteFault | null
}

/** The time defaults to now, since most notes are written on the spot. To say what it is about begins it. */
export function NewNoteForm({ noteId, day, time, fault }: NewNoteFormProps) {
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
      {/* Enter in a field chooses no kind. */}
      <button className="sr" type="submit" tabIndex={-1} aria-hidden="true">
        {t('dictation:new.kind')}
      </button>
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
      <fieldset className="field" id="kind" tabIndex={-1}>
        <legend className="field-label">{t('dictation:new.kind')}</legend>
        <p className="field-hint">{t('dictation:new.choose')}</p>
        {at === 'kind' ? <p className="field-error">{error}</p> : null}
        <Chips>
          {noteKinds.map((value) => (
            <button key={value} className="chip" type="submit" name="kind" value={value}>
              {t(`note:kind.${value}`)}
            </button>
          ))}
        </Chips>
      </fieldset>
    </OwnForm>
  )
}
