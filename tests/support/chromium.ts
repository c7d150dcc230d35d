import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium to test with: the one named in CHROMIUM_PATH, one on the machine, Playwright's own, and where
 * there is none, one installed by Playwright or by the system's packages.
 * @throws Error saying what to install when nothing works
 */
export function findChromium(): string {
  return present() ?? installed() ?? fail()
}

function present(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...known, chromium.executablePath()].find(isProgram)
}

function installed(): string | undefined {
  for (const [command, args] of [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
  ] as const) {
    try {
      console.log(`no Chromium found: ${command} ${args.join(' ')}`)
      execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
    } catch {
      continue
    }
    const found = present()
    if (found) return found
  }
  return undefined
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
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--in-process-gpu',
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
