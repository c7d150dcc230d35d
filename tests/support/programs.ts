import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Independent judges of signatures and PDFs, and a module to keep keys in: each with the package of Debian that holds it. */
const packages: Record<string, string> = {
  openssl: 'openssl',
  pdfsig: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  xmlsec1: 'xmlsec1',
  certutil: 'libnss3-tools',
  'pkcs11-tool': 'opensc',
  'softhsm2-util': 'softhsm2',
}

/**
 * Before the tests: finds these programs, or installs them as root on a machine with apt.
 * @throws Error that names exactly what is missing
 */
export default function setup(): void {
  const absent = missing()
  if (absent.length === 0) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const wanted = [...new Set(absent.map((program) => packages[program]!))]
    install(['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', ...wanted])
  }
  const still = missing()
  if (still.length === 0) return
  const named = still.map((program) => `${program} (Debian: ${packages[program]})`).join(', ')
  throw new Error(`The tests need programs that are not here; install ${named}`)
}

/** Where the key module of the tests is: distributions put it in places of their own. */
export function softHsmModule(): string {
  const places = [
    '/usr/lib/softhsm',
    '/usr/lib/x86_64-linux-gnu/softhsm',
    '/usr/lib/aarch64-linux-gnu/softhsm',
  ]
  const others = ['/usr/lib64/pkcs11', '/opt/homebrew/lib/softhsm', '/usr/local/lib/softhsm']
  const found = [...places, ...others].map((folder) => join(folder, 'libsofthsm2.so')).find(existsSync)
  if (!found) throw new Error('The tests need libsofthsm2.so (Debian: softhsm2)')
  return found
}

function missing(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return Object.keys(packages).filter(
    (program) => !folders.some((folder) => existsSync(join(folder, program))),
  )
}

/** What fails shows by the program not being there afterwards. */
function install(...calls: string[][]): void {
  for (const args of calls) {
    console.log(`for the tests of signatures: apt-get ${args.join(' ')}`)
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
}
