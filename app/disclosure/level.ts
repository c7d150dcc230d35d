export const disclosureLevels = ['full', 'partial', 'title', 'withheld', 'later'] as const

export type DisclosureLevel = (typeof disclosureLevels)[number]

export const isShown = (level: DisclosureLevel) =>
  level === 'full' || level === 'partial' || level === 'title'
