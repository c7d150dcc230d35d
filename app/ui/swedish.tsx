import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'

/** Text by the caseworker: Swedish, whatever the page's language (WCAG 3.1.2). */
export function Swedish({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  if (htmlLang[language] === 'sv') return <>{children}</>
  return (
    <bdi lang="sv" dir="ltr">
      {children}
    </bdi>
  )
}
