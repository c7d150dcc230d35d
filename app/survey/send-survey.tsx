import { surveyAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { PageHeading } from '../ui/page/layout'
import type { Instrument } from './instrument'

type SendSurveyProps = { code: string; instrument: Instrument; answered: number }

export function SendSurvey({ code, instrument, answered }: SendSurveyProps) {
  const { t } = useLanguage()
  const { items } = instrument
  return (
    <>
      <PageHeading
        title={t('answering:send.heading')}
        lead={
          answered === 0
            ? t('answering:send.none')
            : t('answering:send.count', { count: answered, of: items.length })
        }
      />
      <p>{t('answering:send.final')}</p>
      <form method="post" className="actions">
        <Button variant="primary">{t('answering:send.go')}</Button>
        <ButtonLink href={surveyAt.item(code, items[0]!.id)}>{t('answering:send.change')}</ButtonLink>
      </form>
    </>
  )
}
