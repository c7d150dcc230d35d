import type { TFunction } from '../i18n/texts'
import { htmlLang, type Language } from '../i18n/languages'
import type { Measure } from './documentation-times'

/** "3 min 20 s", "7 %", "24". Western digits in every language, as on paper. */
export function figureWords(measure: Measure, value: number, { t, language }: Said): string {
  if (measure === 'notes') return String(value)
  if (measure === 'wordEditRate') return percentIn(language).format(value)
  const [minutes, seconds] = [Math.floor(value / 60), value % 60]
  if (minutes === 0) return t('statistics:time.seconds', { seconds })
  return seconds === 0
    ? t('statistics:time.minutes', { minutes })
    : t('statistics:time.both', { minutes, seconds })
}

type Said = { t: TFunction; language: Language }

function percentIn(language: Language) {
  return new Intl.NumberFormat(`${htmlLang[language]}-u-nu-latn`, { style: 'percent' })
}
