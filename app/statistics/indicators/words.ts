import type { TFunction } from '../../i18n/texts'
import type { IndicatorKey } from '../../../db/closed-lists'
import { htmlLang, type Language } from '../../i18n/languages'
import { quarterNumber } from '../documentation-times-rows'
import type { Indicators, Limit, MeasuredIn, Period } from './indicators'
import type { TopicKey } from './topics'

type Said = { t: TFunction; language: Language }

/** "84 %", "12 dagar", "30". Western digits in every language, as on paper. */
export function valueWords(measuredIn: MeasuredIn, value: number, { t, language }: Said): string {
  if (measuredIn === 'share')
    return new Intl.NumberFormat(`${htmlLang[language]}-u-nu-latn`, { style: 'percent' }).format(value)
  if (measuredIn === 'days' || measuredIn === 'hours')
    return t(`indicator:value.${measuredIn}`, { count: value })
  return String(value)
}

/** "Kvartal 3, 2025", "Hösten 2025". */
export function periodWords({ begins, season }: Period, t: TFunction): string {
  const year = begins.slice(0, 4)
  return season
    ? t(`indicator:season.${season}`, { year })
    : t('statistics:quarter', { number: quarterNumber(begins), year })
}

/** "kv 3", "höst": under a plot and in a table, with the year beside. */
export function shortPeriod({ begins, season }: Period, t: TFunction): string {
  return season
    ? t(`indicator:short.${season}`)
    : t('indicator:short.quarter', { number: quarterNumber(begins) })
}

/** "2025-K3", "2025-V" for spring and "2025-H" for autumn: they sort. */
export function periodCode({ begins, season }: Period): string {
  const part = season ? { spring: 'V', autumn: 'H' }[season] : `K${quarterNumber(begins)}`
  return `${begins.slice(0, 4)}-${part}`
}

/** "inom 14 dagar", "samma dag". */
export function limitWords({ amount, unit }: Limit, t: TFunction): string {
  return amount === 0 ? t('indicator:limit.sameDay') : t(`indicator:limit.${unit}`, { count: amount })
}

export function topicName(key: TopicKey, limit: Limit | undefined, t: TFunction): string {
  return t(`indicator:topic.${key}`, limit ? { limit: limitWords(limit, t) } : {})
}

export function limitOf(indicators: readonly IndicatorKey[], { limits }: Indicators): Limit | undefined {
  return indicators.map((key) => limits[key]).find(Boolean)
}
