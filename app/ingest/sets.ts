import type { IngestItem } from './item-schemas.ts'

/** A transaction holds a lock for each name in it, and the database has some thousands in all. */
const mostInSet = 100

/** Cuts a list where a name comes again, so that what is told of a thing is how its own item left it. */
export function setsOf<Item extends IngestItem>(items: readonly Item[]): Item[][] {
  const sets: Item[][] = []
  let set: Item[] = []
  let names = new Set<string>()
  for (const item of items) {
    if (set.length === 0 || set.length === mostInSet || names.has(item.item.externalId)) {
      sets.push((set = []))
      names = new Set()
    }
    set.push(item)
    names.add(item.item.externalId)
  }
  return sets
}
