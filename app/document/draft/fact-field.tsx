import { useLanguage } from '../../i18n/language-context'
import { RadioGroup } from '../../ui/form/choice-group'
import { TextArea } from '../../ui/form/text-area'
import { TextField } from '../../ui/form/text-field'
import type { TemplateName } from '../decision/templates'
import type { FactField as Field } from './fact-fields'
import { choiceKey, labelKey, labelOf } from './fact-labels'
import { factValue } from './fact-value'
import { FactRows } from './fact-rows'
import type { EnteredFacts } from './facts-in'

export type FactFieldProps<Kind extends Field = Field> = {
  template: TemplateName
  field: Kind
  facts: EnteredFacts
  errorOf: (name: string) => string | undefined
}

export function FactField({ template, field, facts, errorOf }: FactFieldProps) {
  const { t } = useLanguage()
  const { name, isRequired } = field
  const value = factValue(facts, name)
  const shared = { name, value, error: errorOf(name), isOptional: !isRequired, ...labelOf(t, template, name) }
  switch (field.kind) {
    case 'line':
      return <TextField {...shared} />
    case 'text':
      return <TextArea {...shared} rows={3} isDraft />
    case 'paragraphs':
      return <TextArea {...shared} rows={6} isDraft />
    case 'day':
      return <TextField {...shared} type="date" isShort />
    case 'time':
      return <TextField {...shared} type="time" isShort />
    case 'choice': {
      const key = labelKey(template, name)
      const options = field.options.map((option) => ({
        value: option,
        label: t(`write:choice.${key}.${choiceKey(option)}`),
      }))
      return (
        <RadioGroup
          name={name}
          legend={shared.label}
          value={value || undefined}
          error={shared.error}
          options={options}
        />
      )
    }
    case 'rows':
      return <FactRows {...{ template, field, facts, errorOf }} />
  }
}
