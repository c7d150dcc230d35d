import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'
import { Chips, ChipLink } from '../ui/chip'
import { ReadAloud } from '../ui/page/read-aloud'
import { wordOfLevel, type ReadingLevel } from './reading-level'
import { wordHelpId } from './word-help'

type NoteToolsProps = {
  levels: readonly ReadingLevel[]
  level: ReadingLevel
  textId: string
  hasWords: boolean
  children?: ReactNode
}

/** Plain links, so that they work without script. */
export function NoteTools({ levels, level, textId, hasWords, children }: NoteToolsProps) {
  const { t } = useLanguage()
  return (
    // Takes no room while its only chip waits for a voice on the device.
    <div className="not-has-[.chip:not([hidden])]:hidden">
      <Chips>
        <ReadAloud region={textId} skip={t('note:ask')} />
        {levels.length > 1
          ? levels.map((each) => (
              <ChipLink key={each} href={`?text=${wordOfLevel[each]}`} current={each === level}>
                {t(`note:textLevel.${each}`)}
              </ChipLink>
            ))
          : null}
        {hasWords ? <ChipLink href={`#${wordHelpId}`}>{t('note:words.link')}</ChipLink> : null}
        {children}
      </Chips>
    </div>
  )
}
