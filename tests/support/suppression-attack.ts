import loadHighs from 'highs'

/** A sum of unknown numbers, by name, that somebody has been told lies between two values. */
export type Clue = { of: readonly string[]; from: number; to: number }
/** A number to find out, and what it is. */
export type Target = { name: string; of: readonly string[]; is: number }

export type Attack = { tried: number; recovered: string[]; narrowed: string[] }

const noLimit = 100_000
const loading = loadHighs()

/**
 * Tries to find out numbers below five from clues, by linear programming. Recovered: one whole number is possible.
 * Narrowed: not all of 0 to 4 are possible.
 */
export async function attack(clues: readonly Clue[], targets: readonly Target[]): Promise<Attack> {
  const highs = await loading
  const small = targets.filter(({ is }) => is < 5)
  const done: Attack = { tried: small.length, recovered: [], narrowed: [] }
  for (const { name, of } of small) {
    const [least, most] = (['Minimize', 'Maximize'] as const).map((direction) => {
      const { Status, ObjectiveValue } = highs.solve(problem(direction, of, clues), { output_flag: false })
      // A problem without a solution has the value 0 and no error.
      if (Status !== 'Optimal') throw new Error(`the attack is ${Status}: a clue is not true`)
      return ObjectiveValue
    })
    const [from, to] = [Math.ceil(least! - 1e-6), Math.floor(most! + 1e-6)]
    if (from === to) done.recovered.push(name)
    if (from > 0 || to < 4) done.narrowed.push(`${name}: ${from}–${to}`)
  }
  return done
}

function problem(direction: string, of: readonly string[], clues: readonly Clue[]): string {
  const sum = (names: readonly string[]) => names.join(' + ')
  const names = new Set([...of, ...clues.flatMap((clue) => clue.of)])
  const rows = clues.flatMap((clue, place) => [
    `a${place}: ${sum(clue.of)} >= ${clue.from}`,
    ...(clue.to === Number.POSITIVE_INFINITY ? [] : [`b${place}: ${sum(clue.of)} <= ${clue.to}`]),
  ])
  const bounds = [...names].map((name) => `0 <= ${name} <= ${noLimit}`)
  return [direction, ` ${sum(of)}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End'].join('\n')
}
