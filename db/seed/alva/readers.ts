import { full } from '../telling.ts'

/** Alva and both her guardians read everything. */
export const allThree = (shownFrom: string) => [
  full('alva', shownFrom),
  full('henrik', shownFrom),
  full('lina', shownFrom),
]
