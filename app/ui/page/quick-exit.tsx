import { publicAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'

/** Ends the session and opens a neutral page. enhance.js blanks the screen first and adds Escape three times. */
export function QuickExit() {
  const { t } = useLanguage()
  return (
    <form method="post" action={publicAt.quickExit} data-exit={t('ui:exit.neutralTitle')}>
      <button type="submit" className="exit">
        {t('ui:exit.button')}
      </button>
    </form>
  )
}
