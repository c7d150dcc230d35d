import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'

/** Why the text is Swedish and who can help (FL 2017:900 13 §). */
export function WrittenInSwedish({ name }: { name: string }) {
  const { language, t } = useLanguage()
  if (htmlLang[language] === 'sv') return null
  return <p className="muted">{t('note:inSwedish', { name })}</p>
}
