import { useLanguage } from '../i18n/language-context'

type DocumentAsFileProps = { href: string; isTagged: boolean }

/** The frozen bytes. A file without tags is letters without order to whoever hears it: the page says so. */
export function DocumentAsFile({ href, isTagged }: DocumentAsFileProps) {
  const { t } = useLanguage()
  return (
    <div className="section not-on-paper">
      <p>
        <a href={href}>{t('document:file.link')}</a>
      </p>
      {isTagged ? null : <p className="muted">{t('document:file.untagged')}</p>}
    </div>
  )
}
