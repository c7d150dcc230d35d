import type { TFunction } from '../../i18n/texts'
import type { ReviewFault } from './review-faults'

export type ReviewFaultTexts = Readonly<Record<string, string>>

export function faultTexts(faults: readonly ReviewFault[], t: TFunction): ReviewFaultTexts {
  return Object.fromEntries(faults.map((fault) => [fault.field, t(`review:fault.${fault.fault}`, fault)]))
}
