import { FieldFrame, type FieldProps } from './field'

type TextAreaProps = FieldProps & {
  rows?: number
  /** Warns before the page is left while there is unsent text. */
  isDraft?: boolean
}

export function TextArea({ rows = 6, isDraft, value, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      {(describedBy) => (
        <textarea
          className="input"
          id={field.name}
          name={field.name}
          rows={rows}
          defaultValue={value}
          aria-required={!field.isOptional}
          // The writer may type Arabic on a Swedish page, or the reverse.
          dir="auto"
          data-draft={isDraft ? '' : undefined}
          aria-describedby={describedBy}
          aria-invalid={field.error ? true : undefined}
        />
      )}
    </FieldFrame>
  )
}
