import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'

/**
 * The standing sentence under every list: the same whether or not something is withheld, so that it tells
 * nobody that there is something (OSL 2009:400 26 kap. 1 §).
 */
export function Secrecy({ caseId }: { caseId: string }) {
  const { t } = useLanguage()
  return (
    <p className="muted">
      {t('case:secrecy.general')} <a href={personAt.accessRequest(caseId)}>{t('case:secrecy.ask')}</a>
    </p>
  )
}
