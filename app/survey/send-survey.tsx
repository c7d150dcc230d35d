import { surveyAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { PageHeading } from '../ui/page/layout'
import type { Instrument } from './instrument'

type SendSurveyProps = { at: string; instrument: Instrument; answered: number }

export function SendSurvey({ at, instrument, answered }: SendSurveyProps) {
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
        <ButtonLink href={surveyAt.item(at, items[0]!.id)}>{t('answering:send.change')}</ButtonLink>
      </form>
    </>
  )
}
