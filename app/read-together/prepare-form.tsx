import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { RadioGroup } from '../ui/form/choice-group'
import { ErrorSummary } from '../ui/form/error-summary'
import { FieldError } from '../ui/form/field'
import { OwnForm } from '../ui/form/own-form'
import { TextField } from '../ui/form/text-field'
import { Swedish } from '../ui/swedish'
import { companies, fieldOf, levels, type PreparationFaults, type TypedPreparation } from './prepare-in'
import type { Readable } from './readable'

type PrepareFormProps = {
  name: string
  things: readonly Readable[]
  formKey: string
  refused: { typed: TypedPreparation; faults: PreparationFaults } | undefined
}

/** What, in which order, how, and who is there. A number says both that a thing is read and when. */
export function PrepareForm({ name, things, formKey, refused }: PrepareFormProps) {
  const { t } = useLanguage()
  const { typed = {}, faults = {} } = refused ?? {}
  const errorOf = (field: keyof PreparationFaults) =>
    faults[field] && t(`together:prepare.fault.${field}.${faults[field]}`)
  const errors = (['order', 'company', 'companyName'] as const).flatMap((field) => {
    const text = errorOf(field)
    return text ? [{ href: field === 'order' ? `#${fieldOf(things[0]!)}` : `#${field}`, text }] : []
  })
  return (
    <OwnForm className="form">
      <ErrorSummary heading={t('ui:errors.heading', { count: errors.length })} errors={errors} />
      <input type="hidden" name="formKey" value={formKey} />
      <fieldset className={errorOf('order') ? 'field has-error' : 'field'}>
        <legend className="field-label">{t('together:prepare.order.legend')}</legend>
        <p className="field-hint">{t('together:prepare.order.hint', { name })}</p>
        <FieldError name="order" error={errorOf('order')} />
        <div className="together-order">
          {things.map((thing) => (
            <ThingRow key={fieldOf(thing)} thing={thing} number={typed[fieldOf(thing)]} />
          ))}
        </div>
      </fieldset>
      <RadioGroup
        name="level"
        legend={t('together:prepare.level')}
        value={typed['level'] ?? 'easier'}
        options={levels.map((level) => ({ value: level, label: t(`note:textLevel.${level}`) }))}
      />
      <RadioGroup
        name="company"
        legend={t('together:prepare.company.legend', { name })}
        hint={t('together:prepare.company.hint')}
        error={errorOf('company')}
        value={typed['company']}
        options={companies.map((company) => ({
          value: company,
          label: t(`together:company.${company}`, { name }),
        }))}
      />
      <TextField
        name="companyName"
        label={t('together:prepare.companyName')}
        hint={t('together:prepare.companyNameHint', { name })}
        error={errorOf('companyName')}
        value={typed['companyName']}
        autoComplete="off"
        isOptional
      />
      <div className="actions">
        <Button variant="primary">{t('together:prepare.go')}</Button>
      </div>
    </OwnForm>
  )
}

function ThingRow({ thing, number }: { thing: Readable; number: string | undefined }) {
  const { t, dates } = useLanguage()
  const { kind, title, at, isNew } = thing
  return (
    <label className="together-thing">
      <input
        className="input"
        id={fieldOf(thing)}
        name={fieldOf(thing)}
        defaultValue={number}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
      <span>
        <b>{title === null ? t(`together:thing.${kind}`) : <Swedish>{title}</Swedish>}</b>
        <span className="muted">
          {[
            title === null ? null : t(`together:thing.${kind}`),
            at ? dates.short(at) : null,
            isNew ? t('together:prepare.notRead') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </label>
  )
}
