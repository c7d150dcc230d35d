import type { ReactNode } from 'react'
import { Disclose } from '../ui/disclose'
import { ChildText } from '../ui/voice'
import { InPageLanguage } from './in-page-language'
import { MarkedText } from '../ui/marked-text'
import type { ReadingLevel } from './reading-level'

type TextAtLevelProps = {
  level: ReadingLevel
  texts: { childText: string | null; childTextEasy: string | null }
  label: string
  written: ReactNode
  writtenLabel: string
  id: string
}

export function TextAtLevel({ level, texts, label, written, writtenLabel, id }: TextAtLevelProps) {
  const easier = easierText(level, texts)
  if (!easier) return <SwedishText id={id}>{written}</SwedishText>
  return (
    <>
      <SwedishText id={id}>
        <ChildText label={<InPageLanguage>{label}</InPageLanguage>}>
          <p>
            <MarkedText text={easier} />
          </p>
        </ChildText>
      </SwedishText>
      <Disclose summary={writtenLabel}>
        <SwedishText>{written}</SwedishText>
      </Disclose>
    </>
  )
}

/** What is read first at a level; null where that is the record itself. */
export function easierText(level: ReadingLevel, texts: TextAtLevelProps['texts']): string | null {
  return level === 'easiest' ? texts.childTextEasy : level === 'easier' ? texts.childText : null
}

/** Always left to right, also on right-to-left pages. */
export function SwedishText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} lang="sv" dir="ltr" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {children}
    </div>
  )
}
