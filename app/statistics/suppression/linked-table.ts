/** A sum of cells, by their place in the table, and the range that it is told to lie in: one value where it is exact. */
export type Statement = { cells: readonly number[]; from: number; to: number }

/** What the product would like to tell, all of it or nothing. */
export type Figure = {
  key: string
  says: readonly Statement[]
  /** Of two figures that tell too much together, the one of less worth is given up. */
  worth: number
  /** Told only together with this one. */
  within?: string
}

/**
 * A number that must not be worked out. Whoever has read all figures must still hold possible that it is as low as
 * `orFewer` and as high as `orMore`.
 */
export type Hidden = { key: string; cells: readonly number[]; orFewer: number; orMore: number }

/**
 * Figures that share cells, whoever is shown which of them. A cell is a number of answers that nothing divides further;
 * how large it is, nobody is told but through figures.
 */
export type LinkedTable = {
  cells: number
  figures: readonly Figure[]
  hidden: readonly Hidden[]
}
