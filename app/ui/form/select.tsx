import { FieldFrame, type FieldProps } from './field'

type SelectProps = FieldProps & { options: readonly { value: string; label: string }[] }

export function Select({ options, value, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      {(describedBy) => (
        <select
          className="input input-short"
          id={field.name}
          name={field.name}
          defaultValue={value}
          aria-describedby={describedBy}
          aria-invalid={field.error ? true : undefined}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
