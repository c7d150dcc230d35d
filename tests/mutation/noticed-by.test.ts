import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { noticedBy } from './noticed-by.ts'

const folder = mkdtempSync(join(tmpdir(), 'noticed-'))
const modules = join(import.meta.dirname, '../../node_modules')
symlinkSync(modules, join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = "import { beforeAll, expect, test } from 'vitest'\n"
const files = {
  'passes.test.js': `${head}test('holds', () => expect(1).toBe(1))`,
  'fails.test.js': `${head}test('sees it', () => expect(1).toBe(2))\ntest('holds', () => expect(1).toBe(1))`,
  'does-not-load.test.js': `${head}import './gone.js'\ntest('never runs', () => expect(1).toBe(2))`,
  'cannot-begin.test.js': `${head}beforeAll(() => { throw new Error('no') })\ntest('never runs', () => {})`,
}

function run(...names: (keyof typeof files)[]) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  for (const name of names) writeFileSync(join(folder, name), files[name])
  const vitest = join(modules, '.bin/vitest')
  spawnSync(vitest, ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`, ...names])
  const { failed, notLoaded } = noticedBy(readFileSync(report, 'utf8'))
  return { failed, notLoaded: notLoaded.map((name) => basename(name)) }
}

test('what fails is told by name', () => {
  expect(run('passes.test.js', 'fails.test.js')).toEqual({ failed: ['sees it'], notLoaded: [] })
})

test('a file that cannot be loaded, or cannot begin, has noticed nothing, and is told as such', () => {
  const names = ['does-not-load.test.js', 'cannot-begin.test.js'] as const
  for (const name of names) expect(run(name)).toEqual({ failed: [], notLoaded: [name] })
})

test('nor has a run without a report, or one in which all holds', () => {
  expect(noticedBy(null)).toEqual({ failed: [], notLoaded: ['the whole run'] })
  expect(run('passes.test.js')).toEqual({ failed: [], notLoaded: [] })
})
