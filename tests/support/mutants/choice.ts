/** From 0 to below 1. */
export type Random = () => number

export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}

export function oneOf<Item>(items: readonly Item[], random: Random): Item {
  return items[below(items.length, random)]!
}

/** What one of the changes makes of the original: tried again until it is something else. */
export function changed<Item>(
  original: Item,
  changes: readonly ((original: Item, random: Random) => Item)[],
  random: Random,
  isSame: (one: Item, other: Item) => boolean = (one, other) => one === other,
): Item {
  for (;;) {
    const mutant = oneOf(changes, random)(original, random)
    if (!isSame(mutant, original)) return mutant
  }
}
