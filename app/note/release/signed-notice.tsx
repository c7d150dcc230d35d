import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { NoteReader } from '../read-signed-note'
import { isShown } from '../../disclosure/level'

type SignedNoticeProps = { readers: readonly NoteReader[]; now: Date }

export function SignedNotice({ readers, now }: SignedNoticeProps) {
  const { t, language } = useLanguage()
  const names = readers
    .filter(({ level, shownFrom }) => isShown(level) && new Date(shownFrom) <= now)
    .map(({ givenName }) => givenName)
  const list = new Intl.ListFormat(language === 'sv-latt' ? 'sv' : language).format(names)
  return (
    <Notice tone="done" heading={t('release:signed.heading')}>
      {names.length > 0
        ? t('release:signed.canRead', { names: list, count: names.length })
        : t('release:signed.nobody')}
    </Notice>
  )
}
