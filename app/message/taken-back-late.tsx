import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'

export function TakenBackLate({ name }: { name: string }) {
  const { t } = useLanguage()
  return (
    <Notice tone="warn" heading={t('message:sent.lateHeading')}>
      {t('message:sent.late', { name })}
    </Notice>
  )
}
