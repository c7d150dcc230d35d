/** In display order; also used in addresses. */
export const reviewParts = [
  'kontrollera',
  'noggrann',
  'borttaget',
  'stycken',
  'fakta',
  'barntext',
  'upplast',
] as const

export type ReviewPart = (typeof reviewParts)[number]
