import { useLanguage } from '../i18n/language-context'
import { Chips, ChipLink } from '../ui/chip'
import { ReadAloud } from '../ui/read-aloud'
import { wordOfLevel, type ReadingLevel } from './reading-level'

type NoteToolsProps = {
  levels: readonly ReadingLevel[]
  level: ReadingLevel
  textId: string
  /** Where the word help stands; absent where no word needs it. */
  wordsId?: string | undefined
}

/** Read aloud, easier text, word help: plain links, so that they work without script. */
export function NoteTools({ levels, level, textId, wordsId }: NoteToolsProps) {
  const { t } = useLanguage()
  return (
    <Chips>
      <ReadAloud region={textId} />
      {levels.length > 1
        ? levels.map((each) => (
            <ChipLink key={each} href={`?text=${wordOfLevel[each]}`} current={each === level}>
              {t(`note:textLevel.${each}`)}
            </ChipLink>
          ))
        : null}
      {wordsId ? <ChipLink href={`#${wordsId}`}>{t('note:words.link')}</ChipLink> : null}
    </Chips>
  )
}
