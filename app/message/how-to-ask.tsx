import { Caseworkers } from '../case/caseworkers'
import type { Caseworker } from '../case/case-shown'
import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'

type HowToAskProps = { caseworkers: readonly Caseworker[]; isOwn: boolean; municipalityPhone: string }

/** By telephone, or by asking to be called. */
export function HowToAsk(props: HowToAskProps) {
  const { t } = useLanguage()
  return (
    <>
      <p>{t('message:howToAsk')}</p>
      <Caseworkers {...props} />
      <p>
        <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
    </>
  )
}
