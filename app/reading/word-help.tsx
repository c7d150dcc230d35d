import words from '../../locales/sv/word.json'
import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Section } from '../ui/page/layout'
import { wordsIn } from './word-match'

export const wordHelpId = 'ordhjalp'

export function hardWordsIn(texts: readonly string[]): string[] {
  return wordsIn(texts, words)
}

export function WordHelp({ ids }: { ids: readonly string[] }) {
  const { t } = useLanguage()
  if (ids.length === 0) return null
  return (
    <div id={wordHelpId}>
      <Section heading={t('note:words.heading')}>
        <div className="grid gap-(--gap)">
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
