import type { ReactNode } from 'react'

type IslandProps = {
  name: string
  /** Address of the script that brings it to life. */
  script: string
  /** What the island is shown from, and nothing more: it is on the page for all to read. */
  props: unknown
  children: ReactNode
}

/** A part of a page that is rendered here and goes on in the browser (docs/decisions/0012). */
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
