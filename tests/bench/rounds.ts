/**
 * Measures the sides in turn, round after round; every second round in reverse, so that none always goes first.
 * @returns for each side its measurements in the order of the rounds
 */
export async function alternate<Side, Measurement>(
  sides: readonly Side[],
  rounds: number,
  measure: (side: Side) => Promise<Measurement>,
): Promise<Measurement[][]> {
  const found = sides.map((): Measurement[] => [])
  for (let round = 0; round < rounds; round += 1) {
    const order = [...sides.keys()]
    if (round % 2 === 1) order.reverse()
    for (const index of order) found[index]!.push(await measure(sides[index]!))
  }
  return found
}
