import type { ReactNode } from 'react'
import { Disclose } from '../ui/disclose'
import { ChildText } from '../ui/voice'
import { InPageLanguage } from './in-page-language'
import type { ReadingLevel } from './reading-level'

type TextAtLevelProps = {
  level: ReadingLevel
  texts: { childText: string | null; childTextEasy: string | null }
  /** To whom the easier text is written. */
  label: string
  /** The text as it was written, and what it is called when it stands behind the easier one. */
  written: ReactNode
  writtenLabel: string
  /** What read aloud reads. */
  id: string
}

/** A text at the chosen level: as it was written, or in a child's words with the written one behind them. */
export function TextAtLevel({ level, texts, label, written, writtenLabel, id }: TextAtLevelProps) {
  const easier = level === 'easiest' ? texts.childTextEasy : level === 'easier' ? texts.childText : null
  if (!easier) return <SwedishText id={id}>{written}</SwedishText>
  return (
    <>
      <SwedishText id={id}>
        <ChildText label={<InPageLanguage>{label}</InPageLanguage>}>
          <p>{easier}</p>
        </ChildText>
      </SwedishText>
      <Disclose summary={writtenLabel}>
        <SwedishText>{written}</SwedishText>
      </Disclose>
    </>
  )
}

/** Paragraphs as the caseworker wrote them, read from left to right on every page. */
export function SwedishText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} lang="sv" dir="ltr" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {children}
    </div>
  )
}
