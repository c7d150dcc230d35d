import { surveyAt } from '../addresses.ts'
import type { Instrument, Item } from './instrument.ts'

export type Step = { number: number; of: number; back: string; next: string }

/** Where an item stands in its instrument, and the pages around it. Null for one that the instrument has not. */
export function stepsAround(
  { at, instrument }: { at: string; instrument: Instrument },
  itemId: string | undefined,
): (Step & { item: Item }) | null {
  const { items } = instrument
  const index = items.findIndex(({ id }) => id === itemId)
  const item = items[index]
  if (!item) return null
  const [before, after] = [items[index - 1], items[index + 1]]
  return {
    item,
    number: index + 1,
    of: items.length,
    back: before ? surveyAt.item(at, before.id) : surveyAt.begin(at),
    next: after ? surveyAt.item(at, after.id) : surveyAt.send(at),
  }
}
