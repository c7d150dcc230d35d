import { publicAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { directionOf, htmlLang, languages } from '../../i18n/languages'
import { OwnForm } from '../form/own-form'

export function LanguageSwitch({ returnTo }: { returnTo?: string | undefined }) {
  const { language, t } = useLanguage()
  return (
    <OwnForm action={publicAt.language} className="languages" aria-label={t('ui:language.label')}>
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      {languages.map((each) => (
        <button
          key={each}
          name="language"
          value={each}
          lang={htmlLang[each]}
          dir={directionOf(each)}
          aria-current={each === language ? 'true' : undefined}
        >
          {t(`ui:language.name.${each}`)}
        </button>
      ))}
    </OwnForm>
  )
}
