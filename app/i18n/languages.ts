/** In the order they are offered. `sv-latt` is easy Swedish (lättläst). */
export const languages = ['sv', 'sv-latt', 'en', 'ar', 'fi', 'so'] as const

export type Language = (typeof languages)[number]
export type Direction = 'ltr' | 'rtl'

/** Easy Swedish is Swedish to a screen reader. */
export const htmlLang: Record<Language, string> = {
  sv: 'sv',
  'sv-latt': 'sv',
  en: 'en',
  ar: 'ar',
  fi: 'fi',
  so: 'so',
}

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/**
 * The best language for an unknown visitor.
 * @param header Accept-Language as sent (RFC 9110 12.5.4); at most a few hundred characters are read
 */
export function languageFromHeader(header: string | undefined): Language {
  const wished = (header ?? '')
    .slice(0, 300)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=')
      return { tag: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wished) if (isLanguage(tag)) return tag
  return 'sv'
}
