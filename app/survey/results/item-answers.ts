/** How a question counts: which answers are positive, which are not, which are outside (null). */
export type CountedItem = {
  kind: 'choice' | 'choices'
  options: readonly { id: string; positive: boolean | null }[]
}

/** What one unit's people have answered to a question; answers that nobody gave may be missing. */
export type UnitAnswers = {
  roundId: string
  /** How many have answered it at all. */
  answered: number
  chosen: ReadonlyMap<string, number>
}

/** `fewest`: people behind whatever is told; `published`: answers from which their number is told. */
export type Minimums = { fewest: number; published: number }

/** Stands for a number whose smaller side is too small to be told of: most have answered so, or few. */
export type Leaning = 'most' | 'few'

/**
 * What is told of a question, or of one answer to it (`option`), in one unit's round or in all of the municipality
 * (`roundId` null). A number of null is hidden.
 */
export type ToldFigure = {
  roundId: string | null
  option: string | null
  answers: number | null
  /** Positive answers; of an option, those who chose it. */
  counted: number | null
  leaning: Leaning | null
}
