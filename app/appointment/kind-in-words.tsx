import type { AppointmentKind } from '../../db/closed-lists'
import { useLanguage } from '../i18n/language-context'

/** What kind of meeting it is, said to whom it is with. */
export function KindInWords({ kind, isOwn }: { kind: AppointmentKind; isOwn: boolean }) {
  const { t } = useLanguage()
  return <>{isOwn && kind === 'childVisit' ? t('appointment:ownVisit') : t(`appointment:kind.${kind}`)}</>
}
