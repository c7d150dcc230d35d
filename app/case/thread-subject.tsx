import type { ThreadKind } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'

/** In the reader's words where we named it; else in its writer's. */
export function ThreadSubject({ kind, subject }: { kind: ThreadKind; subject: string }) {
  const { t } = useLanguage()
  return kind === 'contactRequest' ? t('message:contact.subject') : <bdi>{subject}</bdi>
}
