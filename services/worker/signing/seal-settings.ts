import { z } from 'zod'
import { rootsIn } from '../../../app/server/bankid-setting.ts'
import { checkSealKeyAt, isTestSealKey } from '../../../app/signing/seal/check-seal-key.ts'
import { openSealKey } from '../../../app/signing/seal/seal-key-setting.ts'
import type { SealKey } from '../../../app/signing/seal/seal-key.ts'
import type { TimeStampService } from '../../../app/signing/seal/time-stamp-client.ts'
import { readCertificate } from '../../../app/signing/verifier/certificate.ts'
import type { SettingSource } from '../setting-source.ts'

/** Without a time-stamp service the seals have their own word for when they were made. */
export type SealSettings = { key: SealKey; stampedBy: TimeStampService | null }

/** Null, with each fault noted, when something is missing or wrong. The key has signed a sample. */
export async function readSealSettings(source: SettingSource): Promise<SealSettings | null> {
  const key = await sealKey(source)
  const stampedBy = source.optional('TSA_URL') ? timeStampService(source) : null
  return key && stampedBy !== undefined ? { key, stampedBy } : null
}

async function sealKey({ take, optional, faults, production }: SettingSource): Promise<SealKey | undefined> {
  const name = take('SEAL_KEY', (text) => text)
  const password = take('SEAL_KEY_PASSWORD', (text) => text)
  if (!name || !password) return undefined
  try {
    const key = await openSealKey({
      key: name,
      password,
      certificates: optional('SEAL_CERTIFICATES') ?? null,
    })
    checkSealKeyAt(key, new Date())
    if (production && isTestSealKey(key)) throw new Error('is a key for tests')
    return key
  } catch (error) {
    faults.push({ name: 'SEAL_KEY', fault: error instanceof Error ? error.message : 'cannot be used' })
  }
}

function timeStampService({ take, production }: SettingSource): TimeStampService | undefined {
  const url = take('TSA_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
  const roots = take('TIME_STAMP_ROOTS', (path) =>
    rootsIn(path, production).map(({ raw }) => readCertificate(raw)),
  )
  return url && roots ? { url, roots, policy: null } : undefined
}
