import type { TFunction } from '../i18n/texts'
import type { FollowUpFault } from './follow-up-in'

/** What is wrong, by field; the first fault of a field. */
export function errorsOf(faults: readonly FollowUpFault[], t: TFunction): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { field, fault, ...counts } of faults) errors[field] ??= t(`followup:fault.${fault}`, counts)
  return errors
}
