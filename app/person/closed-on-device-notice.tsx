import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { EmptyState } from '../ui/notice'
import type { Closable } from './closed-on-device'

export function ClosedOnThisDevice({ what }: { what: Closable }) {
  const { t } = useLanguage()
  return (
    <>
      <EmptyState heading={t(`person:closedOnDevice.${what}.heading`)}>
        {t('person:closedOnDevice.text')}
      </EmptyState>
      <div className="actions">
        <ButtonLink href={personAt.settings}>{t('person:closedOnDevice.change')}</ButtonLink>
      </div>
    </>
  )
}
