import { useLanguage } from '../i18n/language-context'
import type { Caseworker } from './case-shown'

/** "Mira är borta till och med 2 oktober. Samira svarar." Nothing while the lead is there. */
export function WhoAnswers({ caseworkers }: { caseworkers: readonly Caseworker[] }) {
  const { t, dates } = useLanguage()
  const away = caseworkers.find(({ kind, isAway }) => kind === 'lead' && isAway)
  if (!away?.awayUntil) return null
  const answering = caseworkers.find(({ answers, isAway }) => answers && !isAway)
  return (
    <p>
      {t('case:caseworker.away', { name: away.givenName, day: dates.short(away.awayUntil) })}
      {answering ? ` ${t('case:caseworker.answers', { name: answering.givenName })}` : null}
    </p>
  )
}
