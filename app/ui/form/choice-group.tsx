import type { ReactNode } from 'react'
import { FieldError } from './field'

type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type GroupProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  options: readonly Choice[]
  id?: string
}

/** The whole row can be pressed. Nothing is preselected unless it was chosen before. */
export function RadioGroup({ value, ...group }: GroupProps & { value?: string | undefined }) {
  return <ChoiceGroup {...group} type="radio" chosen={value === undefined ? [] : [value]} />
}

export function CheckboxGroup({ values = [], ...group }: GroupProps & { values?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" chosen={values} />
}

type ChoiceGroupProps = GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }

function ChoiceGroup({ name, id = name, legend, hint, error, options, type, chosen }: ChoiceGroupProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className={error ? 'field has-error' : 'field'} aria-describedby={described || undefined}>
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError name={id} error={error} />
      <div className="choices">
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              name={name}
              value={option.value}
              // The first carries the group's id: the error summary links to it.
              id={index === 0 ? id : undefined}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
            {option.hint ? <span className="choice-hint">{option.hint}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
