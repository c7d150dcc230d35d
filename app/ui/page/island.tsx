import type { ReactNode } from 'react'

type IslandProps = {
  name: string
  script: string
  props: unknown
  children: ReactNode
}

export function Island({ name, script, props, children }: IslandProps) {
  return (
    <>
      <div data-island={name} data-props={JSON.stringify(props)}>
        {children}
      </div>
      <script type="module" src={script} />
    </>
  )
}
