/** Languages that the fonts of the PDF can write. */
export const contentLanguages = ['sv', 'en', 'fi', 'so', 'ar'] as const

export type ContentLanguage = (typeof contentLanguages)[number]

export const writingDirection = (language: ContentLanguage): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr'
