import type { InputHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps } from './field'

type TextFieldProps = FieldProps &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'spellCheck' | 'dir'
  > & {
    isShort?: boolean
  }

export function TextField({
  type = 'text',
  autoComplete,
  inputMode,
  spellCheck,
  dir,
  isShort,
  value,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      {(describedBy) => (
        <input
          className={isShort ? 'input input-short' : 'input'}
          id={field.name}
          name={field.name}
          type={type}
          defaultValue={value}
          aria-required={!field.isOptional}
          autoComplete={autoComplete}
          inputMode={inputMode}
          spellCheck={spellCheck}
          dir={dir}
          aria-describedby={describedBy}
          aria-invalid={field.error ? true : undefined}
        />
      )}
    </FieldFrame>
  )
}
