import { surveyAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { PageHeading, Section } from '../ui/page/layout'
import { ReadAloud } from '../ui/page/read-aloud'
import { Chips } from '../ui/chip'
import type { Answers } from './answers'
import type { Instrument } from './instrument'

type BeginSurveyProps = { at: string; instrument: Instrument; answers: Answers }

/** What somebody must know before the first question. Urgent help comes here: an answer cannot be traced afterwards. */
export function BeginSurvey({ at, instrument, answers }: BeginSurveyProps) {
  const { t, language } = useLanguage()
  const { items, title, respondentGroup } = instrument
  const next = items.find(({ id }) => answers[id] === undefined)
  const hasWords = items.some(({ kind }) => kind === 'text')
  const isAdult = respondentGroup === 'guardian' || respondentGroup === 'carer'
  const hasBegun = Object.keys(answers).length > 0
  return (
    <>
      <div className="section" id="before">
        <PageHeading title={title[language]} lead={t('answering:begin.count', { count: items.length })} />
        <p>{t('answering:begin.voluntary')}</p>
        <p>{t('answering:begin.hidden')}</p>
        <p>{t('answering:begin.skip')}</p>
        {hasWords ? <p>{t('answering:begin.words')}</p> : null}
        <Section heading={t('answering:begin.urgent.heading')}>
          <p>{t(isAdult ? 'answering:begin.urgent.adult' : 'answering:begin.urgent.young')}</p>
          <p>{t('answering:begin.urgent.why')}</p>
        </Section>
      </div>
      <div className="not-has-[.chip:not([hidden])]:hidden">
        <Chips>
          <ReadAloud region="before" />
        </Chips>
      </div>
      <div className="actions">
        <ButtonLink variant="primary" href={next ? surveyAt.item(at, next.id) : surveyAt.send(at)}>
          {t(hasBegun ? 'answering:begin.resume' : 'answering:begin.start')}
        </ButtonLink>
      </div>
    </>
  )
}
