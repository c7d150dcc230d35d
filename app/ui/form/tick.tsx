import type { ReactNode } from 'react'

type TickProps = {
  name: string
  value?: string
  label: ReactNode
  hint?: ReactNode
  isTicked: boolean
  /** Where a link leads to it. */
  id?: string
}

/** One thing that is said yes to. The whole row can be pressed. */
export function Tick({ name, value = 'yes', label, hint, isTicked, id }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} id={id} defaultChecked={isTicked} />
      <span>{label}</span>
      {hint ? <span className="choice-hint">{hint}</span> : null}
    </label>
  )
}
