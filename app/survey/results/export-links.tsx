import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'

export function ExportLinks() {
  const { t } = useLanguage()
  return (
    <div className="actions">
      {(['csv', 'json', 'skr'] as const).map((file) => (
        <ButtonLink key={file} href={staffAt.surveyResultsFile(file)}>
          {t(`results:export.${file}`)}
        </ButtonLink>
      ))}
    </div>
  )
}
