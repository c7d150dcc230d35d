/** How much of a note or document one reader gets, from everything to nothing yet. */
export const disclosureLevels = ['full', 'partial', 'title', 'withheld', 'later'] as const

export type DisclosureLevel = (typeof disclosureLevels)[number]

/** Whether a reader sees anything at all at this level. */
export const isShown = (level: DisclosureLevel) =>
  level === 'full' || level === 'partial' || level === 'title'
