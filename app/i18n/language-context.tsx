import type { TFunction } from 'i18next'
import { createContext, useContext, type ReactNode } from 'react'
import { datesIn, type Dates } from './dates'
import { directionOf, type Direction, type Language } from './languages'

export type LanguageValue = { language: Language; dir: Direction; t: TFunction; dates: Dates }

const LanguageContext = createContext<LanguageValue | null>(null)

export function LanguageProvider({ value, children }: { value: LanguageValue; children: ReactNode }) {
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>
}

/** The reader's language: texts by `t('room:key')`, dates as people say them. */
export function useLanguage(): LanguageValue {
  const value = useContext(LanguageContext)
  if (!value) throw new Error('useLanguage needs a LanguageProvider above it')
  return value
}

export function languageValue(language: Language, t: TFunction, now: Date): LanguageValue {
  return { language, dir: directionOf(language), t, dates: datesIn(language, now) }
}
