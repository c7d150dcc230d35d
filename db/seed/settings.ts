import { parseArgs } from 'node:util'
import { parseDataKeys, type DataKeys } from '../../app/person/data-keys.ts'

/** What `npm run seed` is to do: the stories, or Storby with so many cases. */
export type SeedSettings = { ownerUrl: string } & ({ keys: DataKeys } | { cases: number })

const mostCases = 1_000_000

/**
 * Reads what was asked for on the command line and in the environment.
 * @throws Error whose message tells a person at a terminal what to do
 */
export function seedSettings(args: string[], env: Record<string, string | undefined>): SeedSettings {
  if (env.NODE_ENV === 'production') {
    throw new Error('NODE_ENV is production: invented people are never put in a real database')
  }
  const { values } = parseArgs({ args, options: { cases: { type: 'string' } } })
  const ownerUrl = env.DATABASE_URL
  if (!ownerUrl) throw new Error('DATABASE_URL is missing: the connection of the owner of the tables')
  if (values.cases !== undefined) return { ownerUrl, cases: casesFrom(values.cases) }
  if (!env.DATA_KEYS) throw new Error('DATA_KEYS is missing: the same keys as the portal has')
  try {
    return { ownerUrl, keys: parseDataKeys(env.DATA_KEYS) }
  } catch (error) {
    throw new Error(`DATA_KEYS: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function casesFrom(text: string): number {
  const cases = /^\d+$/.test(text) ? Number(text) : 0
  if (cases >= 1 && cases <= mostCases) return cases
  throw new Error(`--cases takes a whole number from 1 to ${mostCases}, not "${text}"`)
}
