import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SealKey } from './seal-key.ts'

export type KeyInModule = { module: string; token: string; object: string; pin: string; mechanism: string }

const run = promisify(execFile)
const patienceInMs = 30_000

/** What finds the program, and the settings of each maker's module. Of ours it knows the PIN alone. */
const known = [
  ...['PATH', 'HOME', 'LD_LIBRARY_PATH', 'OPENSC_CONF', 'SOFTHSM2_CONF', 'YUBIHSM_PKCS11_CONF'],
  ...['ChrystokiConfigurationPath', 'CS_PKCS11_R3_CFG', 'NFAST_HOME'],
]

/** A key that never leaves its PKCS #11 module: each signature is made by OpenSC's `pkcs11-tool`. */
export function keyInModule(at: KeyInModule, certificates: readonly Buffer[]): SealKey {
  return { certificates, sign: (bytes) => signInModule(at, bytes) }
}

async function signInModule(
  { module, token, object, pin, mechanism }: KeyInModule,
  bytes: Buffer,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'seal-'))
  const [input, output] = [join(folder, 'input'), join(folder, 'output')]
  const isCurve = mechanism.startsWith('ECDSA')
  try {
    await writeFile(input, bytes, { mode: 0o600 })
    await run(
      'pkcs11-tool',
      [
        ...['--module', module, '--token-label', token, '--label', object],
        // The PIN stands in no list of processes.
        ...['--login', '--pin', 'env:SEAL_PIN'],
        ...['--sign', '--mechanism', mechanism, '--input-file', input, '--output-file', output],
        ...(isCurve ? ['--signature-format', 'openssl'] : []),
      ],
      { env: environmentWith(pin), timeout: patienceInMs },
    )
    return await readFile(output)
  } catch {
    // What the program writes may hold what it was given.
    throw new Error('the module did not sign')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function environmentWith(pin: string): NodeJS.ProcessEnv {
  const given = Object.fromEntries(known.map((name) => [name, process.env[name]]))
  return { ...given, SEAL_PIN: pin } as unknown as NodeJS.ProcessEnv
}
