import { useId, type ReactNode } from 'react'

type VoiceProps = {
  kind: 'fact' | 'statement' | 'assessment'
  /** "Det här hände", "Det här sa du", "Det här tror Mira". */
  label: ReactNode
  children: ReactNode
}

/** One paragraph of a note, labelled with whose it is (HSLF-FS 2014:5: facts and assessments are kept apart). */
export function Voice({ kind, label, children }: VoiceProps) {
  const text = typeof children === 'string' ? <p>{children}</p> : children
  const name = useId()
  return (
    <div className={`voice voice-${kind}`} role="group" aria-labelledby={name}>
      <p className="voice-label" id={name}>
        {label}
      </p>
      {kind === 'statement' ? <blockquote>{text}</blockquote> : text}
    </div>
  )
}

export function Gap({ children }: { children: ReactNode }) {
  return <div className="gap">{children}</div>
}

/** Spoken or typed, by whom, approved by whom. */
export function Provenance({ children }: { children: ReactNode }) {
  return <div className="provenance">{children}</div>
}

/** The caseworker's approved version in a child's words. */
export function ChildText({ label, children }: { label: ReactNode; children: ReactNode }) {
  const name = useId()
  return (
    <div className="child" role="group" aria-labelledby={name}>
      <p className="child-label" id={name}>
        {label}
      </p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
