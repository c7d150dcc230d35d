/** What one document may hold: far more than a decision, far less than would hold up whoever makes a PDF of it. */
export const contentLimits = {
  title: 200,
  heading: 200,
  paragraph: 20_000,
  item: 4_000,
  items: 200,
  label: 100,
  value: 2_000,
  facts: 60,
  cell: 1_000,
  columns: 5,
  rows: 300,
  issuer: 120,
  reference: 60,
  blocks: 2_000,
  /** Of all texts together. */
  characters: 300_000,
} as const
