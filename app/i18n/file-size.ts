import { htmlLang, type Language } from './languages'

/** "92 kB" or "1,4 MB". Western digits in Arabic too. */
export function fileSize(bytes: number, language: Language): string {
  const isSmall = bytes < 1_000_000
  return new Intl.NumberFormat(`${htmlLang[language]}-u-nu-latn`, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.ceil(bytes / 1000) : bytes / 1_000_000)
}
