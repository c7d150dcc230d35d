import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { Undecided } from './undecided'

/** First on the caseworker's page: nobody may take for made what is not. */
export function UndecidedNotice({ undecided }: { undecided: Undecided }) {
  const { t, dates } = useLanguage()
  const { state, name, movedAt } = undecided
  return (
    <Notice tone="warn" heading={t('decision:open.heading')}>
      <p>
        {state && name && movedAt
          ? t(`decision:open.${state}`, { name, when: dates.when(movedAt) })
          : t('decision:open.unasked')}
      </p>
      <p>{t('decision:open.hidden')}</p>
    </Notice>
  )
}
