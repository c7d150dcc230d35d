import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'

/** The same sentence under every list, withheld or not, so that it reveals nothing (OSL 2009:400 26 kap. 1 §). */
export function Secrecy({ caseId }: { caseId: string }) {
  const { t } = useLanguage()
  return (
    <p className="muted">
      {t('case:secrecy.general')} <a href={personAt.accessRequest(caseId)}>{t('case:secrecy.ask')}</a>
    </p>
  )
}
