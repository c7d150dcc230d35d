import { useLanguage } from '../../i18n/language-context'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'answering:title', exit: true }

export default function ThanksRoute() {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('answering:thanks.heading')} lead={t('answering:thanks.sent')} />
      <p>{t('answering:thanks.mixed')}</p>
      <p>{t('answering:thanks.close')}</p>
    </>
  )
}
