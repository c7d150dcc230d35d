import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noticedBy, type Noticed } from './noticed-by.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'
import { startTemplates } from '../support/templates.ts'

// `npm run mutate`: takes out one protective rule at a time, in a copy of the project, and looks whether a test
// fails. Words after `--` choose rules by what their names, or the paths of their files, contain.
const root = join(import.meta.dirname, '..', '..')
const wanted = process.argv.slice(2)
const chosen = rules.filter(({ rule, file }) => wanted.every((word) => `${file} ${rule}`.includes(word)))
const copy = await copyOfProject()
// One database for all of them: each lays its own policy on it.
const templates = await startTemplates()
const unnoticed: string[] = []
try {
  for (const rule of chosen) {
    const noticed = await without(rule)
    console.log(`${wordFor(noticed)}: ${rule.rule}`)
    for (const name of noticed.failed.slice(0, 1)) console.log(`    by: ${name}`)
    for (const file of noticed.notLoaded) console.log(`    not loaded: ${file}`)
    if (noticed.failed.length === 0) unnoticed.push(rule.rule)
  }
} finally {
  await templates.stop()
  await rm(copy, { recursive: true, force: true })
}
console.log(`\n${chosen.length - unnoticed.length} of ${chosen.length} rules: a test fails without it`)
process.exitCode = unnoticed.length === 0 ? 0 : 1

async function copyOfProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mina-sidor-mutation-'))
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of stdout.trim().split('\n')) await cp(join(root, file), join(folder, file))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Only a test that fails has noticed a rule: a file that cannot be loaded would fail whatever it asks. */
function wordFor({ failed, notLoaded }: Noticed): string {
  if (failed.length > 0) return 'noticed'
  return notLoaded.length > 0 ? 'NOT LOADED' : 'NOT NOTICED'
}

/** What the tests that guard a rule say without it. */
async function without({ file, text, without: left, tests }: Rule): Promise<Noticed> {
  const path = join(copy, file)
  const report = join(copy, 'mutation.json')
  const whole = await readFile(path, 'utf8')
  await writeFile(
    path,
    whole.replace(text, () => left),
  )
  await rm(report, { force: true })
  // The first that fails has noticed it.
  const run = spawn('vitest', ['run', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...tests], {
    cwd: copy,
    stdio: 'ignore',
    env: { ...process.env, TEST_POSTGRES_PORT: String(templates.port) },
  })
  await once(run, 'exit')
  await writeFile(path, whole)
  return noticedBy(await readFile(report, 'utf8').catch(() => null))
}
