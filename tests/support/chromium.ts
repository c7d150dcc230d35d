import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

const isRoot = process.getuid?.() === 0

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const shell = '/usr/bin/chromium-headless-shell'

/**
 * A Chromium to test with: the one named in CHROMIUM_PATH, the headless shell, or any whole Chromium. A whole one draws
 * windows that nobody sees, and a test takes twice as long.
 * @throws Error saying what to install when nothing works
 */
export function findTestChromium(): string {
  return [process.env['CHROMIUM_PATH'], shell].find(isProgram) ?? installedShell() ?? findChromium()
}

/** The Chromium that people use: one on the machine, Playwright's own, or one installed now. */
export function findChromium(): string {
  return present() ?? installed() ?? fail()
}

function present(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...known, chromium.executablePath()].find(isProgram)
}

/** Only root of a Debian machine can; elsewhere the tests are slower. */
function installedShell(): string | undefined {
  if (!isRoot || !isProgram('/usr/bin/apt-get')) return undefined
  install(['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', 'chromium-headless-shell'])
  return [shell].find(isProgram)
}

function installed(): string | undefined {
  install(['npx', 'playwright', 'install', 'chromium'])
  const found = present()
  if (found) return found
  install(['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', 'chromium'])
  return present()
}

/** What fails shows by the program not being there afterwards. */
function install(...commands: [command: string, ...args: string[]][]): void {
  for (const [command, ...args] of commands) {
    console.log(`for the browser tests: ${command} ${args.join(' ')}`)
    spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 })
  }
}

function isProgram(path: string | undefined): path is string {
  if (!path) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fail(): never {
  throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH')
}

/**
 * Root has no sandbox of its own. Few processes: starting them is half the time of a browser test. The rest keeps
 * Chromium from calling home on a closed network.
 */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
