import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ChipLink, Chips } from '../../ui/chip'
import type { Instrument } from '../instrument'
import type { ToldRound } from './read-results'
import { seasonName } from './season-name'

type ResultsChoiceProps = {
  rounds: readonly ToldRound[]
  forms: readonly Instrument[]
  roundId: string
  formId: string
}

/** Which round, and whose answers. */
export function ResultsChoice({ rounds, forms, roundId, formId }: ResultsChoiceProps) {
  const { t, language } = useLanguage()
  return (
    <nav aria-label={t('results:choose')} className="results-choice">
      <Chips>
        {rounds.map((round) => (
          <ChipLink
            key={round.id}
            href={staffAt.surveyResultsOf(round.id, formId)}
            current={round.id === roundId}
          >
            {seasonName(t, round)}
          </ChipLink>
        ))}
      </Chips>
      <Chips>
        {forms.map(({ id, title, respondentGroup }) => (
          <ChipLink key={id} href={staffAt.surveyResultsOf(roundId, id)} current={id === formId}>
            {t(`results:group.${respondentGroup}`)}
            <span className="sr">: {title[language]}</span>
          </ChipLink>
        ))}
      </Chips>
    </nav>
  )
}
