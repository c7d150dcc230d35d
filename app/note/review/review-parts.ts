/** The parts of the review in their order, by the address's word for each. */
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
