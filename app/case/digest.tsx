import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'
import type { Digest as DigestValue, LastVisit } from './news'

type DigestProps = { digest: DigestValue; visit: { how: LastVisit; at: Date } | null }

/** "Sedan du var här i söndags: ett svar och en ny anteckning." */
export function Digest({ digest, visit }: DigestProps) {
  const { language, t, dates } = useLanguage()
  if (digest.state === 'first' || !visit) return <>{t('case:home.digest.first')}</>
  if (digest.state === 'left') return <>{t('case:home.digest.left')}</>
  const when = t(`case:home.lastVisit.${visit.how}`, { date: dates.short(visit.at) })
  if (digest.state !== 'some') return <>{t(`case:home.digest.${digest.state}`, { when })}</>
  const things = digest.parts.map(({ kind, count }) => t(`case:home.thing.${kind}`, { count }))
  const list = new Intl.ListFormat(htmlLang[language], { type: 'conjunction' }).format(things)
  return <>{t('case:home.digest.some', { when, things: list })}</>
}
