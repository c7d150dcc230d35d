import { useLanguage } from '../../i18n/language-context'
import { FieldError } from '../../ui/form/field'
import { TextField } from '../../ui/form/text-field'
import type { FactField } from './fact-fields'
import type { FactFieldProps } from './fact-field'
import { labelOf } from './fact-labels'
import { factValue, rowCount } from './fact-value'
import { mostRows } from './facts-in'

/** Empty rows to go on with; more come when these are filled in and saved. */
const emptyRows = 2

type FactRowsProps = FactFieldProps<Extract<FactField, { kind: 'rows' }>>

export function FactRows({ template, field: { name, columns }, facts, errorOf }: FactRowsProps) {
  const { t } = useLanguage()
  const rows = Math.min(mostRows, rowCount(facts, name) + emptyRows)
  return (
    <div className="form" id={name}>
      <FieldError name={name} error={errorOf(name)} />
      {Array.from({ length: rows }, (_, index) => (
        <fieldset className="field" key={index}>
          <legend className="field-label">{t(`write:row.${name}`, { number: index + 1 })}</legend>
          {columns.map((column) => (
            <TextField
              key={column}
              name={`${name}.${index}.${column}`}
              value={factValue(facts, `${name}.${index}.${column}`)}
              error={errorOf(`${name}.${index}.${column}`)}
              label={labelOf(t, template, `${name}.${column}`).label}
              isOptional={index > 0}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
