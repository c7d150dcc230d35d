import type { TFunction } from './texts'
import { createContext, useContext, type ReactNode } from 'react'
import { datesIn, type Dates } from './dates'
import { directionOf, type Direction, type Language } from './languages'

export type LanguageValue = { language: Language; dir: Direction; t: TFunction; dates: Dates }

const LanguageContext = createContext<LanguageValue | null>(null)

export function LanguageProvider({ value, children }: { value: LanguageValue; children: ReactNode }) {
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>
}

const OtherLanguagesContext = createContext<((language: Language) => LanguageValue) | null>(null)

type LanguagesProviderProps = { languageIn: (language: Language) => LanguageValue; children: ReactNode }

/** For parts of a page in another language than the page's. */
export function LanguagesProvider({ languageIn, children }: LanguagesProviderProps) {
  return <OtherLanguagesContext.Provider value={languageIn}>{children}</OtherLanguagesContext.Provider>
}

/** A part of a page in its reader's language. The element around it must set lang and dir. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const languageIn = useContext(OtherLanguagesContext)
  if (!languageIn) throw new Error('InLanguage needs a LanguagesProvider above it')
  return <LanguageProvider value={languageIn(language)}>{children}</LanguageProvider>
}

/** The reader's language: texts by `t('room:key')`, and dates in words. */
export function useLanguage(): LanguageValue {
  const value = useContext(LanguageContext)
  if (!value) throw new Error('useLanguage needs a LanguageProvider above it')
  return value
}

export function languageValue(language: Language, t: TFunction, now: Date): LanguageValue {
  return { language, dir: directionOf(language), t, dates: datesIn(language, now) }
}
