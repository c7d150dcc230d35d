import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a tester counted. */
type Count = { passed: number; failed: number; skipped: number }

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

const folder = mkdtempSync(join(tmpdir(), 'mina-sidor-tests-'))
const reports = { vitest: join(folder, 'vitest.json'), playwright: join(folder, 'playwright.json') }
process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = reports.playwright

// `npm test`: everything that guards the project, in the order in which it fails fastest.
const steps = [
  { name: 'types, lint, format, dead code, schema', command: 'npm', args: ['run', '--silent', 'check'] },
  {
    name: 'unit and database tests',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`],
  },
  { name: 'browser tests', command: 'playwright', args: ['test', '--reporter=list,json'] },
]

const begun = Date.now()
const failing = steps.find(({ name, command, args }) => {
  console.log(`\n== ${name}`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) console.error(error.message)
  return status !== 0
})
const { passed, failed, skipped } = counted()
const seconds = Math.round((Date.now() - begun) / 1000)
rmSync(folder, { recursive: true })
if (failing) console.error(`\n${failing.name}: failed; what comes after was not run`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`)
process.exitCode = failing ? 1 : 0

function counted(): Count {
  const vitest = reportIn(reports.vitest) as VitestReport | null
  const playwright = (reportIn(reports.playwright) as PlaywrightReport | null)?.stats
  return {
    passed: (vitest?.numPassedTests ?? 0) + (playwright?.expected ?? 0),
    failed: (vitest?.numFailedTests ?? 0) + (playwright ? playwright.unexpected + playwright.flaky : 0),
    skipped: (vitest?.numPendingTests ?? 0) + (playwright?.skipped ?? 0),
  }
}

/** Null when the tester was not run, or ended before it could write. */
function reportIn(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
