import { useLanguage } from '../i18n/language-context'
import { CheckboxGroup, RadioGroup } from '../ui/form/choice-group'
import { TextArea } from '../ui/form/text-area'
import { Face } from './face'
import { longestFreeText, scaleOf, type Instrument, type Item, type Option } from './instrument'
import { Picture } from './picture'

type SurveyItemProps = {
  instrument: Instrument
  item: Item
  /** What was answered before: ids of answers, or the text. */
  answer?: readonly string[] | string | undefined
  error?: string | undefined
  /** Where the question is all there is on the page, it is its heading. */
  isHeading?: boolean
}

/**
 * One question as a set of fields, named by the item's id, in the language around it. A form on the page sends it;
 * no script is needed.
 */
export function SurveyItem({ instrument, item, answer = [], error, isHeading }: SurveyItemProps) {
  const { language } = useLanguage()
  const Question = isHeading ? 'h1' : 'span'
  const question = (
    <>
      {item.picture ? <Picture name={item.picture} /> : null}
      <Question>{item.text[language]}</Question>
    </>
  )
  const chosen = typeof answer === 'string' ? [answer] : answer
  if (item.kind === 'text') {
    return (
      <div className="survey-item">
        <TextArea
          name={item.id}
          label={question}
          maxLength={longestFreeText}
          isOptional
          value={chosen[0]}
          error={error}
        />
      </div>
    )
  }
  const { look, options } = scaleOf(instrument, item)
  const group = {
    name: item.id,
    legend: question,
    error,
    options: options.map((option) => ({ value: option.id, label: <Answer option={option} /> })),
  }
  return (
    <div className={look === 'faces' ? 'survey-item has-faces' : 'survey-item'}>
      {item.kind === 'choice' ? (
        <RadioGroup {...group} value={chosen[0]} />
      ) : (
        <CheckboxGroup {...group} values={chosen} />
      )}
    </div>
  )
}

function Answer({ option: { face, picture, label } }: { option: Option }) {
  const { language } = useLanguage()
  return (
    <span className="survey-answer">
      {face ? <Face name={face} /> : null}
      {picture ? <Picture name={picture} /> : null}
      <span>{label[language]}</span>
    </span>
  )
}
