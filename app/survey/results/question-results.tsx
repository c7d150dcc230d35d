import { useLanguage } from '../../i18n/language-context'
import { DivergingBar } from './diverging-bar'
import type { FormResults, ItemResult } from './results-of-form'
import { ShareText } from './share-text'
import { Trend } from './trend'

/** Question by question: how many are positive now, and how it was before. */
export function QuestionResults({ results: { items, rounds } }: { results: FormResults }) {
  const { t } = useLanguage()
  return (
    <figure className="plot">
      <figcaption>{t('results:questions.caption')}</figcaption>
      <p className="diverging-ends">
        <span>{t('results:questions.otherwise')}</span>
        <span>{t('results:questions.positive')}</span>
      </p>
      <ul role="list" className="questions">
        {items
          .filter(({ item }) => item.kind === 'choice')
          .map((result) => (
            <Question key={result.item.id} result={result} rounds={rounds} />
          ))}
      </ul>
    </figure>
  )
}

function Question({ result, rounds }: { result: ItemResult; rounds: FormResults['rounds'] }) {
  const { t, language } = useLanguage()
  const { item, share, answers, parts, byRound } = result
  return (
    <li className="question">
      <p className="question-text">{item.text[language]}</p>
      <div>
        <DivergingBar share={share} parts={parts} />
        <p className="question-share">
          <strong>
            <ShareText share={share} />
          </strong>{' '}
          {answers === null ? null : t('results:questions.answers', { number: answers })}
        </p>
      </div>
      {rounds.length > 1 ? <Trend shares={byRound} rounds={rounds} /> : null}
    </li>
  )
}
