import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { clockOf } from '../../../app/server/clock-setting.ts'
import { connect, type Database } from '../../../db/connect.ts'
import {
  batchOf,
  eraseCases,
  largestBatch,
  listCases,
  retentionMunicipalities,
  type GoneCase,
} from './erase-cases.ts'

// `npm run retention -- --list` tells what would be erased now, `--list --on 2032-01-01` on another day; `-- --erase` erases,
// with `--batch 100` so many at a time; `-- --proof <id of a case>` tells whether it was. Ids and numbers, no names.
const asked = readArguments()
const url = process.env['DATABASE_URL']
if (!url) refuse('DATABASE_URL is missing: the address of the database as the portal uses it')
const ended = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ended.abort())
const database = connect(url, () => undefined)
try {
  if (asked.do === 'list') await list(database, asked.on)
  else if (asked.do === 'erase') await erase(database, asked.batch)
  else await prove(database, asked.caseId)
} catch (error) {
  const { code, name } = error as { code?: string; name: string }
  console.error(`it could not be done: ${code ?? name}`)
  process.exitCode = 2
} finally {
  await database.close()
}

type Asked =
  { do: 'list'; on: Date | null } | { do: 'erase'; batch: number } | { do: 'proof'; caseId: string }

function readArguments(): Asked {
  const usage = 'one of --list [--on 2032-01-01], --erase [--batch 100], --proof <id of a case>'
  try {
    const { values } = parseArgs({
      options: {
        list: { type: 'boolean' },
        erase: { type: 'boolean' },
        proof: { type: 'string' },
        on: { type: 'string' },
        batch: { type: 'string' },
      },
    })
    const { on, batch, proof } = values
    if ([values.list, values.erase, proof].filter(Boolean).length !== 1) return refuse(usage)
    if (values.list) return batch ? refuse(usage) : { do: 'list', on: on ? dayOf(on) : null }
    // Nothing goes before its day: another day is for looking.
    if (on) return refuse(usage)
    if (proof) return /^[0-9a-f-]{36}$/.test(proof) ? { do: 'proof', caseId: proof } : refuse(usage)
    const atATime = Number(batch ?? batchOf)
    if (!Number.isInteger(atATime) || atATime < 1 || atATime > largestBatch)
      return refuse(`--batch is from 1 to ${largestBatch}`)
    return { do: 'erase', batch: atATime }
  } catch {
    return refuse(usage)
  }
}

function dayOf(text: string): Date {
  const noon = new Date(`${text}T12:00:00+01:00`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(noon.getTime())
  return isDay && noon.toISOString().startsWith(text) ? noon : refuse('--on is a day: 2032-01-01')
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

function partsAt(database: Database, on: Date | null) {
  const text = process.env['CLOCK']
  const production = !['development', 'test'].includes(process.env.NODE_ENV)
  const clock = text ? clockOf(text, production) : null
  return { database, now: () => on ?? clock ?? new Date(), signal: ended.signal }
}

async function list(database: Database, on: Date | null): Promise<void> {
  const parts = partsAt(database, on)
  for (const { municipalityId } of await retentionMunicipalities(parts)) {
    const cases = await listCases(parts, municipalityId)
    console.log(`municipality ${municipalityId}: ${cases.length} would go`)
    for (const each of cases) {
      console.log(
        ['', each.case_id, each.rule, each.earliest_on, each.is_late ? 'late' : ''].join('  ').trimEnd(),
      )
    }
    for (const [table, rows] of countsOf(cases)) console.log(`  ${table} ${rows}`)
  }
}

function countsOf(cases: GoneCase[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const [table, rows] of cases.flatMap((each) => Object.entries(each.counts))) {
    counts.set(table, (counts.get(table) ?? 0) + rows)
  }
  return [...counts].toSorted(([one], [other]) => one.localeCompare(other))
}

async function erase(database: Database, atATime: number): Promise<void> {
  const parts = partsAt(database, null)
  for (const { municipalityId } of await retentionMunicipalities(parts)) {
    const { erased, late, failed } = await eraseCases(parts, { municipality: municipalityId, atATime })
    console.log(`municipality ${municipalityId}: ${erased} erased, ${late} of them late`)
    for (const { caseId, code } of failed) console.log(`  ${caseId} could not be erased: ${code}`)
    if (failed.length > 0) process.exitCode = 1
  }
}

async function prove(database: Database, caseId: string): Promise<void> {
  const proof = await database.asService(new Date(), async (tx) => {
    const { rows } = await sql<{
      id: string
      rule: string
      source: string
      erased_at: Date
      in_backups_until: string | null
    }>`
      select * from service_retention_proof_of(${caseId})`.execute(tx)
    return rows[0]
  })
  if (!proof) process.exitCode = 1
  console.log(
    proof
      ? `erased ${proof.erased_at.toISOString()} by ${proof.rule} (${proof.source}), in backups until ${proof.in_backups_until ?? 'nobody has said when'}, proof ${proof.id}`
      : 'no proof is of this case',
  )
}
