import type { ReactNode } from 'react'
import type { FollowUpValues } from './follow-up-in'

type UnfoldProps = {
  summary: ReactNode
  /** Names of the fields within. */
  fields: readonly string[]
  values: FollowUpValues
  errors: Record<string, string>
  children: ReactNode
}

/** Fields that not every follow-up needs; open where something was typed or is wrong. */
export function Unfold({ summary, fields, values, errors, children }: UnfoldProps) {
  const isOpen = fields.some((field) => Boolean(errors[field]) || Boolean(values.texts[field]))
  return (
    <details className="disclose" open={isOpen}>
      <summary>{summary}</summary>
      <div className="disclose-body">{children}</div>
    </details>
  )
}
