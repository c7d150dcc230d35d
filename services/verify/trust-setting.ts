import { readFileSync } from 'node:fs'
import { settingReader, type SettingsFault } from '../../app/server/setting-reader.ts'
import { Refusal } from '../../app/signing/verifier/refusal.ts'
import { certificatesIn, trustOf, type Trust } from '../../app/signing/verifier/trust.ts'

/** Whom the settings let a judge of packages believe, or every fault by name. Test roots are refused in production. */
export function readTrust(
  env: NodeJS.ProcessEnv,
  production: boolean,
): { trust: Trust } | { faults: SettingsFault[] } {
  const { take, faults } = settingReader(env)
  const seal = take('SEAL_ROOTS', rootsIn)
  const timeStamp = take('TIME_STAMP_ROOTS', rootsIn)
  const bankId = take('BANKID_ROOTS', rootsIn)
  const serviceName = take('BANKID_SERVICE', (text) => text)
  if (!seal || !timeStamp || !bankId || !serviceName) return { faults }
  try {
    return { trust: trustOf({ seal, timeStamp, bankId, serviceName }, production) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { faults: [{ name: 'SEAL_ROOTS, TIME_STAMP_ROOTS, BANKID_ROOTS', fault: error.rule }] }
  }
}

function rootsIn(path: string): string {
  const pem = textIn(path)
  try {
    certificatesIn(pem)
    return pem
  } catch {
    throw new Error('is no file with certificates in PEM')
  }
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error('is no file that can be read')
  }
}
