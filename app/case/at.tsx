import { useLanguage } from '../i18n/language-context'

/** "Onsdag 16 september kl. 15.00". */
export function At({ moment }: { moment: string | Date }) {
  const { t, dates } = useLanguage()
  return <span className="at">{t('case:at', { day: dates.day(moment), time: dates.time(moment) })}</span>
}
