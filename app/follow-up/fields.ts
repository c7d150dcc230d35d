import { followUpOutcomes, type FollowUpOutcome } from '../../db/closed-lists'
import type { FollowUpSlug } from '../addresses'

// Names of the form's fields, as they are drawn and as they are read.

/** Chosen where no follow-up was planned. */
export const notPlanned = 'notPlanned'
export const goalViews = ['childView', 'guardianView', 'providerView', 'assessment'] as const
export type GoalView = (typeof goalViews)[number]
export const goalField = (part: GoalView | 'progress', goalId: string) => `${part}-${goalId}`
export const providerField = (part: 'name' | 'role', index: number) => `${part}-${index}`

export const areaFields = ['school', 'health', 'familyContact', 'planChange'] as const
export type AreaField = (typeof areaFields)[number]

export const slugOf: Record<FollowUpOutcome, FollowUpSlug> = {
  held: 'hallen',
  moved: 'flyttad',
  notHeld: 'installd',
}

/** Of the form's address; that it was held where nothing else is said. */
export const outcomeOfSlug = (slug: string | null): FollowUpOutcome =>
  followUpOutcomes.find((each) => slugOf[each] === slug) ?? 'held'
