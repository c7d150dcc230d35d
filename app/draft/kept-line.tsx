import { useLanguage } from '../i18n/language-context'

type KeptLineProps = {
  /** Where it is kept while somebody types. */
  keptAt: string
  /** When what is shown was kept; null for what has not been. */
  savedAt: string | Date | null
}

/** Says of a form what is kept of it: enhance.js keeps by itself while somebody types. */
export function KeptLine({ keptAt, savedAt }: KeptLineProps) {
  const { t, dates } = useLanguage()
  return (
    <p
      className="muted live"
      role="status"
      data-keep={keptAt}
      data-kept={t('message:draft.kept')}
      data-unkept={t('message:draft.unkept')}
    >
      {savedAt ? t('message:draft.begun', { when: dates.when(savedAt) }) : null}
    </p>
  )
}
