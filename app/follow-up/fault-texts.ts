import type { TFunction } from 'i18next'
import type { FollowUpFault } from './follow-up-in'

/** What is wrong, by field; the first fault of a field. */
export function errorsOf(faults: readonly FollowUpFault[], t: TFunction): Record<string, string> {
  return Object.fromEntries(
    faults.toReversed().map(({ field, fault, ...counts }) => [field, t(`followup:fault.${fault}`, counts)]),
  )
}
