import pg from 'pg'
import { seedScale } from './scale.ts'
import { seedSettings, type SeedSettings } from './settings.ts'
import { seedStories } from './stories.ts'

const tables = [
  'municipality',
  'staff_member',
  'person',
  'case_file',
  'note',
  'document',
  'disclosure',
  'audit_event',
]

// The command behind `npm run seed`: the stories, or with `-- --cases N` a municipality of that size.
try {
  const settings = seedSettings(process.argv.slice(2), process.env)
  const started = performance.now()
  const before = await countRows(settings.ownerUrl)
  await fill(settings)
  const after = await countRows(settings.ownerUrl)
  for (const [table, count] of after) console.log(`${table.padEnd(20)}${String(count).padStart(10)}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const changed = after.some(([table, count]) => count !== new Map(before).get(table))
  console.log(changed ? `seeded in ${seconds} s` : 'there were municipalities already: nothing was written')
} catch (error) {
  console.error(`seed: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

async function fill(settings: SeedSettings): Promise<void> {
  if ('cases' in settings) await seedScale(settings.ownerUrl, settings.cases)
  else await seedStories(settings.ownerUrl, settings.keys)
}

async function countRows(ownerUrl: string): Promise<[string, number][]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; rows: string }>(
      tables.map((table) => `select '${table}' as name, count(*) as rows from ${table}`).join(' union all '),
    )
    return rows.map(({ name, rows }) => [name, Number(rows)])
  } finally {
    await client.end()
  }
}
