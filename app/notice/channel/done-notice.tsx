import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { Done } from './change-own'

export function DoneNotice({ done }: { done: Done }) {
  const { t } = useLanguage()
  return <Notice tone="done" heading={t(`notice:done.${done}`)} />
}
