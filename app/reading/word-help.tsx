import words from '../../locales/sv/word.json'
import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { wordsIn } from './word-match'

export const wordHelpId = 'ordhjalp'

export function hardWordsIn(texts: readonly string[]): string[] {
  return wordsIn(texts, words)
}

/** As it stands in the text, and in the reader's own language. */
function Term({ word }: { word: string }) {
  const { t } = useLanguage()
  const swedish = (words as Record<string, { term: string }>)[word]!.term
  const own = t(`word:${word}.term`)
  if (own === swedish) return <>{own}</>
  return (
    <>
      <Swedish>{swedish}</Swedish> – {own}
    </>
  )
}

export function WordHelp({ ids }: { ids: readonly string[] }) {
  const { t } = useLanguage()
  if (ids.length === 0) return null
  return (
    <div id={wordHelpId}>
      <Section heading={t('note:words.heading')}>
        <div className="grid gap-(--gap)">
          {ids.map((word) => (
            <Disclose key={word} summary={<Term word={word} />}>
              {t(`word:${word}.explain`)}
            </Disclose>
          ))}
        </div>
      </Section>
    </div>
  )
}
