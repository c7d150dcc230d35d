import { useLanguage } from '../i18n/language-context'
import { PageHeading } from '../ui/page/layout'

type SurveyEndedProps = { ended: 'used' | 'closed'; phone: string }

export function SurveyEnded({ ended, phone }: SurveyEndedProps) {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t(`answering:${ended}.heading`)} />
      <p>{t(`answering:${ended}.text`, { phone })}</p>
    </>
  )
}
