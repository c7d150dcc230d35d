import words from '../../locales/sv/word.json'
import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { explainedAt, standsAt, type Marks } from '../ui/marked-text'
import { firstMarksIn, wordsIn } from './word-match'

export const wordHelpId = 'ordhjalp'

export function hardWordsIn(texts: readonly string[]): string[] {
  return wordsIn(texts, words)
}

/** Where the hard words of what is read stand first. */
export const marksIn = (texts: readonly string[]): Marks => firstMarksIn(texts, words)

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

type WordHelpProps = {
  ids: readonly string[]
  /** Where the words stand marked, to come back to. */ marks?: Marks
}

/** What the words mean, open: on paper too. */
export function WordHelp({ ids, marks }: WordHelpProps) {
  const { t } = useLanguage()
  if (ids.length === 0) return null
  const marked = [...(marks?.values() ?? [])].flat().map(({ word }) => word)
  return (
    <div id={wordHelpId}>
      <Section heading={t('note:words.heading')}>
        <dl className="words">
          {ids.map((word) => (
            <div key={word} id={explainedAt(word)}>
              <dt>
                <Term word={word} />
              </dt>
              <dd>{t(`word:${word}.explain`)}</dd>
              {marked.includes(word) ? (
                <dd className="word-return">
                  <a className="word-back" href={`#${standsAt(word)}`}>
                    {t('note:words.back')}
                  </a>
                </dd>
              ) : null}
            </div>
          ))}
        </dl>
      </Section>
    </div>
  )
}
