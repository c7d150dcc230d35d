import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const project = mkdtempSync(join(tmpdir(), 'mina-sidor-node-'))
afterEach(() => rmSync(project, { recursive: true, force: true }))

type Manifest = { scripts: Record<string, string>; allowScripts: Record<string, boolean> }
type Lock = { packages: Record<string, { hasInstallScript?: boolean }> }
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock

const check = './needs-node-24.js'

/** Runs the check in a project of its own, as if by a Node of that version. */
function checkOn(version: string) {
  mkdirSync(project, { recursive: true })
  copyFileSync(join(root, 'needs-node-24.js'), join(project, 'needs-node-24.js'))
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  const asIf = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`
  return spawnSync(process.execPath, ['--import', asIf, join(project, 'needs-node-24.js')], {
    encoding: 'utf8',
  })
}

test('every command first looks whether Node is new enough', () => {
  const unlooked = Object.entries(manifest.scripts).filter(([, line]) => !line.startsWith(`${check} && `))
  expect(unlooked).toEqual([])
})

test('a signal to a command reaches its program, not a shell that would leave it running', () => {
  const programs = Object.values(manifest.scripts).filter((line) => /(^|[^-])\bnode /.test(line))
  expect(programs.filter((line) => !/ && exec node [^&]*$/.test(line))).toEqual([])
  expect(programs.length).toBeGreaterThan(9)
})

test('an older Node is told in one sentence what to do', () => {
  const { status, stderr } = checkOn('20.20.2')
  expect(status).toBe(1)
  expect(stderr).toBe(
    'Mina sidor needs Node 24 or newer and this is Node 20.20.2: run `npm ci`, which brings Node 24, or install Node 24 on this machine.\n',
  )
})

test('an older Node finds the one that was installed with the project, though npm 10 took its link away', () => {
  const program = join(`node-${process.platform}-${process.arch}`, 'bin/node')
  mkdirSync(join(project, 'node_modules', program), { recursive: true })
  expect(checkOn('20.20.2').status).toBe(0)
  expect(readlinkSync(join(project, 'node_modules/.bin/node'))).toBe(join('..', program))
})

test('Node 24 and newer are let pass', () => {
  expect(checkOn('24.0.0')).toMatchObject({ status: 0, stderr: '' })
  expect(checkOn('26.1.0')).toMatchObject({ status: 0, stderr: '' })
})

test('nothing that is installed runs code of its own, and each package that would has been looked at', () => {
  const wanting = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1)!)
  expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(wanting)].toSorted())
  expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([false]))
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
})
