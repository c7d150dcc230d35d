import type { ReactNode } from 'react'
import { Button } from '../ui/form/button'

type ToBrokerFormProps = {
  address: string
  fields: Readonly<Record<string, string>>
  /** What the button says. */
  children: ReactNode
}

/** Takes somebody to the broker with what is to be signed. Sends itself where scripts run. */
export function ToBrokerForm({ address, fields, children }: ToBrokerFormProps) {
  return (
    <>
      <form method="post" action={address} className="actions" data-to-broker>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button variant="primary">{children}</Button>
      </form>
      <script src="/to-broker.js" defer />
    </>
  )
}
