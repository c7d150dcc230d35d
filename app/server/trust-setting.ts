import { readFileSync } from 'node:fs'
import { Refusal } from '../signing/verifier/refusal.ts'
import { certificatesIn, trustOf, type GivenTrust } from '../signing/verifier/trust.ts'
import type { SettingsFault, Take } from './setting-reader.ts'

/** Whom a judge of packages believes, as its settings tell. Test roots are refused in production. */
export function trustSettings(
  take: Take,
  faults: SettingsFault[],
  production: boolean,
): GivenTrust | undefined {
  const seal = take('SEAL_ROOTS', rootsIn)
  const timeStamp = take('TIME_STAMP_ROOTS', rootsIn)
  const bankId = take('BANKID_ROOTS', rootsIn)
  const serviceName = take('BANKID_SERVICE', (text) => text)
  if (!seal || !timeStamp || !bankId || !serviceName) return undefined
  const given = { seal, timeStamp, bankId, serviceName }
  try {
    trustOf(given, production)
    return given
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return void faults.push({ name: 'SEAL_ROOTS, TIME_STAMP_ROOTS, BANKID_ROOTS', fault: error.rule })
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
