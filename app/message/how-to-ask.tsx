import { Caseworkers, type Caseworker } from '../case/caseworkers'
import { useLanguage } from '../i18n/language-context'

type HowToAskProps = { caseworkers: readonly Caseworker[]; isOwn: boolean; municipalityPhone: string }

/** Today only by telephone. */
export function HowToAsk(props: HowToAskProps) {
  const { t } = useLanguage()
  return (
    <>
      <p>{t('message:howToAsk')}</p>
      <Caseworkers {...props} />
    </>
  )
}
