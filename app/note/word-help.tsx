import words from '../../locales/sv/word.json'
import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Section } from '../ui/layout'
import { wordsIn } from './word-match'

/** Ids of the words in Swedish texts that word help explains. */
export function hardWordsIn(texts: readonly string[]): string[] {
  return wordsIn(texts, words)
}

/** The hard words of a text, explained on demand. `id` is what a link to it points at. */
export function WordHelp({ ids, id }: { ids: readonly string[]; id: string }) {
  const { t } = useLanguage()
  if (ids.length === 0) return null
  return (
    <div id={id}>
      <Section heading={t('note:words.heading')}>
        <div>
          {ids.map((word) => (
            <Disclose key={word} summary={t(`word:${word}.term`)}>
              {t(`word:${word}.explain`)}
            </Disclose>
          ))}
        </div>
      </Section>
    </div>
  )
}
