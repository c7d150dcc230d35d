import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'

/** Marks portal text inside a Swedish text when the page is in another language. */
export function InPageLanguage({ children }: { children: ReactNode }) {
  const { language, dir } = useLanguage()
  if (htmlLang[language] === 'sv') return <>{children}</>
  return (
    <bdi lang={htmlLang[language]} dir={dir}>
      {children}
    </bdi>
  )
}
