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
