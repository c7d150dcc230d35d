import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { LanguageProvider, languageValue } from '../../app/i18n/language-context'
import type { Language } from '../../app/i18n/languages'
import { textsIn } from '../../app/i18n/texts.server'

/** What the server sends for a component, at nine o'clock on the first day of the demo. */
export function htmlOf(element: ReactNode, language: Language = 'sv'): string {
  const value = languageValue(language, textsIn(language), new Date('2026-09-15T07:00:00Z'))
  return renderToStaticMarkup(<LanguageProvider value={value}>{element}</LanguageProvider>)
}

/** The same without tags: what is read, a screen reader's hidden words included. */
export function wordsOf(element: ReactNode, language: Language = 'sv'): string {
  return htmlOf(element, language)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
