import type { EnteredFacts } from './facts-in.ts'

/** A fact as its field shows it. */
export function factValue(facts: EnteredFacts, name: string): string {
  const found = name.split('.').reduce<unknown>(inside, facts)
  if (Array.isArray(found)) return found.filter((line) => typeof line === 'string').join('\n\n')
  return typeof found === 'string' ? found : ''
}

/** How many rows of a fact are filled in. */
export function rowCount(facts: EnteredFacts, name: string): number {
  const found = facts[name]
  return Array.isArray(found) ? found.length : 0
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
