import { useLanguage } from '../i18n/language-context'
import { CheckboxGroup } from '../ui/form/choice-group'
import { TextField } from '../ui/form/text-field'
import { Tick } from '../ui/form/tick'
import { Notice } from '../ui/notice'
import type { AppointmentFormProps } from './appointment-form'
import { otherField, othersField, placeField } from './fields'
import { longest, mostOthers } from './limits'

type ParticipantFieldsProps = Pick<AppointmentFormProps, 'found' | 'values'> & {
  errors: Record<string, string>
}

/** Who takes part, and what each of the family is told beside the time. */
export function ParticipantFields({ found, values, errors }: ParticipantFieldsProps) {
  const { t } = useLanguage()
  const isNew = values.version === 0
  const isGuarded = found.guards.length > 0
  const people = found.people.toSorted((one, other) => Number(other.isChild) - Number(one.isChild))
  return (
    <>
      {isGuarded ? (
        <Notice tone="warn" heading={t('appointment:staff.guarded.heading')}>
          <p>{t('appointment:staff.guarded.text')}</p>
          {isNew ? null : <p>{t('appointment:staff.guarded.takenOut')}</p>}
        </Notice>
      ) : null}
      <CheckboxGroup
        name="persons"
        legend={t('appointment:staff.field.persons')}
        hint={[
          t('appointment:staff.field.personsHint'),
          isNew || isGuarded ? null : t('appointment:staff.field.takenOutHint'),
        ]
          .filter(Boolean)
          .join(' ')}
        values={values.persons}
        error={errors['persons']}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {people.map(({ id, name }) => (
        <fieldset key={id} className="field">
          <legend className="field-label">{t('appointment:staff.field.told', { name })}</legend>
          <div className="choices">
            <Tick
              name={placeField(id)}
              label={t('appointment:staff.field.toldPlace')}
              isTicked={values.toldPlace.includes(id)}
            />
            <Tick
              name={othersField(id)}
              label={t('appointment:staff.field.toldOthers')}
              isTicked={values.toldOthers.includes(id)}
            />
          </div>
        </fieldset>
      ))}
      <CheckboxGroup
        name="staff"
        legend={t('appointment:staff.field.staff')}
        values={values.staff}
        error={errors['staff']}
        options={found.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Others values={values} errors={errors} />
    </>
  )
}

function Others({ values, errors }: Pick<ParticipantFieldsProps, 'values' | 'errors'>) {
  const { t } = useLanguage()
  const rows = Array.from(
    { length: mostOthers },
    (_none, index) => [otherField('name', index), otherField('role', index)] as const,
  )
  const isOpen = rows.flat().some((field) => (values.texts[field] ?? '') !== '' || errors[field])
  return (
    <details className="disclose" open={isOpen}>
      <summary>{t('appointment:staff.field.others')}</summary>
      <div className="disclose-body">
        {rows.map(([name, role]) => (
          <div key={name} className="field-row">
            <TextField
              name={name}
              label={t('appointment:staff.field.name')}
              value={values.texts[name]}
              error={errors[name]}
              maxLength={longest.name}
              isOptional
            />
            <TextField
              name={role}
              label={t('appointment:staff.field.role')}
              value={values.texts[role]}
              error={errors[role]}
              maxLength={longest.name}
              isOptional
            />
          </div>
        ))}
      </div>
    </details>
  )
}
