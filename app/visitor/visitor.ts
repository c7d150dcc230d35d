import type { Language } from '../i18n/languages.ts'

export type Device = 'phone' | 'tablet' | 'computer'
export type TextSize = 'normal' | 'large' | 'larger'

/** How the page is shown, and to whom: cookies before sign-in, the person's own settings after. */
export type Visitor = {
  language: Language
  textSize: TextSize
  signedIn: 'person' | 'staff' | null
  municipalityName: string | null
  /** Seconds until an idle session ends; null when nobody is signed in. */
  secondsLeft: number | null
  /** Mark of whoever is signed in, for the forms of the page; null when nobody is. */
  holder: string | null
}
