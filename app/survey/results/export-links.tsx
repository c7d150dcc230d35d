import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'

export function ExportLinks() {
  const { t } = useLanguage()
  return (
    <div className="actions">
      <ButtonLink href={staffAt.surveyResultsCsv}>{t('results:export.csv')}</ButtonLink>
      <ButtonLink href={staffAt.surveyResultsJson}>{t('results:export.json')}</ButtonLink>
      <ButtonLink href={staffAt.surveyResultsSkr}>{t('results:export.skr')}</ButtonLink>
    </div>
  )
}
