import { surveyAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Section } from '../ui/page/layout'
import type { SurveyToAnswer } from './invitation'

/** What can be answered now. The same before and after: whether somebody has answered is not known. */
export function SurveyCard({ surveys }: { surveys: readonly SurveyToAnswer[] }) {
  const { t, dates, language } = useLanguage()
  const [first] = surveys
  if (!first) return null
  return (
    <Section heading={t('answering:card.heading')}>
      <p>{t('answering:card.text', { day: dates.day(first.closesOn) })}</p>
      <p className="muted">{t('answering:card.again')}</p>
      <div className="actions">
        {surveys.map(({ code, title }) => (
          <ButtonLink key={code} href={surveyAt.begin(code)}>
            {surveys.length === 1 ? t('answering:card.open') : title[language]}
          </ButtonLink>
        ))}
      </div>
    </Section>
  )
}
