import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'
import { readHours } from './read-hours'
import { Swedish } from './swedish'

/** Hours that the municipality wrote in Swedish, in the reader's language; in Swedish where they cannot be read. */
export function OpeningHours({ children: written }: { children: string }) {
  const { t, language } = useLanguage()
  const parts = htmlLang[language] === 'sv' ? null : readHours(written)
  if (!parts) return <Swedish>{written}</Swedish>
  const said = parts.map((part) => {
    const when = part.from === null ? t('ui:hours.roundTheClock') : t('ui:hours.between', part)
    return part.days ? t('ui:hours.part', { days: t(`ui:hours.${part.days}`), when }) : when
  })
  return <>{said.join(t('ui:comma'))}</>
}
