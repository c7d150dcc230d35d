import { fault, type Fault } from './instrument-faults.ts'
import type { InstrumentFile } from './instrument-file.ts'
import { instrumentOf, type Instrument, type Item, type Scale } from './instrument.ts'

export type NamedFile = { file: string; isLocal: boolean; content: InstrumentFile }
type Note = (file: string, faults: readonly Fault[]) => void

/** A form may take items from another, and that from a third: each is made once those it builds on are. */
export function resolveInstruments(files: readonly NamedFile[], note: Note): Instrument[] {
  const done: Instrument[] = []
  let waiting = files
  while (waiting.length > 0) {
    const ready = waiting.filter(({ content }) => !content.itemsFrom || baseOf(content, done))
    for (const { file, isLocal, content } of ready) {
      const made = partsOf(content, done)
      if (made.faults.length > 0) note(file, made.faults)
      else done.push({ ...withoutBase(content), isLocal, scales: made.scales, items: made.items })
    }
    waiting = waiting.filter((each) => !ready.includes(each))
    if (ready.length > 0) continue
    for (const { file, content } of waiting) note(file, [notThere(content.itemsFrom!)])
    break
  }
  return done
}

type Parts = { items: Item[]; scales: Record<string, Scale>; faults: Fault[] }

/** Items in full, and of the scales those that they use. */
function partsOf(content: InstrumentFile, done: readonly Instrument[]): Parts {
  const parts: Parts = { items: [], scales: {}, faults: [] }
  const base = baseOf(content, done)
  const scales = new Map(Object.entries(base?.scales ?? {}))
  if (instrumentOf(done, content.id, content.version))
    parts.faults.push(fault('/id', `is claimed by another file: ${content.id}, version ${content.version}`))
  for (const [name, scale] of Object.entries(content.scales)) {
    if (scales.has(name))
      parts.faults.push(fault(`/scales/${name}`, 'is a name that itemsFrom has, too: give it another'))
    scales.set(name, scale)
  }
  for (const [index, asked] of content.items.entries()) {
    const item = asked.kind === 'same' ? sameItem(asked, base) : asked
    if (!item) {
      parts.faults.push(fault(`/items/${index}`, `is no item of itemsFrom: ${asked.id}`))
      continue
    }
    parts.items.push(item)
    if (item.kind === 'text') continue
    const scale = scales.get(item.scale)
    if (scale) parts.scales[item.scale] = scale
    else parts.faults.push(fault(`/items/${index}/scale`, `is no scale here: ${item.scale}`))
  }
  return parts
}

function sameItem({ id, koladaId }: { id: string; koladaId?: string }, base: Instrument | undefined) {
  const item = base?.items.find((each) => each.id === id)
  if (!item || item.kind === 'text' || !koladaId) return item
  return { ...item, koladaId }
}

function baseOf({ itemsFrom }: InstrumentFile, done: readonly Instrument[]): Instrument | undefined {
  return itemsFrom && instrumentOf(done, itemsFrom.id, itemsFrom.version)
}

function withoutBase(content: InstrumentFile): Omit<InstrumentFile, 'itemsFrom'> {
  const { itemsFrom, ...rest } = content
  return itemsFrom ? rest : content
}

function notThere({ id, version }: { id: string; version: number }): Fault {
  return fault('/itemsFrom', `has a fault, is in a circle or is not there: ${id}, version ${version}`)
}
