import { useLanguage } from '../../i18n/language-context'
import { Disclose } from '../../ui/disclose'

/** What the app will show, in Swedish. */
export function InAppText({ visibleText }: { visibleText: string }) {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('signing:what.inApp')}>
      <p className="muted">{t('signing:what.inAppHint')}</p>
      <p className="in-app" lang="sv" dir="ltr">
        {visibleText}
      </p>
    </Disclose>
  )
}
