import type { ReactNode } from 'react'

type TickProps = {
  name: string
  value?: string
  label: ReactNode
  hint?: ReactNode
  isTicked: boolean
  id?: string
}

export function Tick({ name, value = 'yes', label, hint, isTicked, id }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} id={id} defaultChecked={isTicked} />
      <span>{label}</span>
      {hint ? <span className="choice-hint">{hint}</span> : null}
    </label>
  )
}
