import { useLanguage } from '../../i18n/language-context'
import { ToBrokerForm } from '../../oidc/to-broker-form'
import { PageHeading } from '../../ui/page/layout'

export type Leaving = { address: string; fields: Readonly<Record<string, string>> }

export function LeavingPage(leaving: Leaving) {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('signing:leaving.heading')} lead={t('signing:leaving.text')} />
      <ToBrokerForm {...leaving}>{t('signing:leaving.button')}</ToBrokerForm>
    </>
  )
}
