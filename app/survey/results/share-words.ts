import type { TFunction } from '../../i18n/texts'
import { htmlLang, type Language } from '../../i18n/languages'
import type { Share } from './share'

/** "72 %", "minst 86 %", "de flesta". Western digits in every language, as on paper. */
export function shareWords(
  share: NonNullable<Share>,
  { t, language }: { t: TFunction; language: Language },
): string {
  if (share.kind === 'most' || share.kind === 'few') return t(`results:share.${share.kind}`)
  const percent = percentWords(share.percent, language)
  return share.kind === 'exact' ? percent : t(`results:share.${share.kind}`, { percent })
}

export function percentWords(percent: number, language: Language): string {
  return new Intl.NumberFormat(`${htmlLang[language]}-u-nu-latn`, { style: 'percent' }).format(percent / 100)
}
