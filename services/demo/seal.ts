import { access, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { keptAuthority, type Authority } from '../broker/bankid/authority.ts'
import { startRevocationService } from '../broker/revocation/revocation-service.ts'
import { startTimeStampService } from '../broker/time-stamp/time-stamp-service.ts'
import { writeKeyFile } from './key-file.ts'

export type DemoSeal = {
  /** For the worker, which seals. */
  key: Record<'SEAL_KEY' | 'SEAL_KEY_PASSWORD' | 'TSA_URL', string>
  /** For everybody who judges. */
  roots: Record<'SEAL_ROOTS' | 'TIME_STAMP_ROOTS', string>
  stop: () => Promise<void>
}

/**
 * A key that seals, kept with the rest so that what was sealed yesterday holds today, a time-stamp service, and one that
 * tells of both whether they were taken back.
 * @param port which the certificates name
 */
export async function startDemoSeal(inFolder: string, password: string, port: number): Promise<DemoSeal> {
  const folder = resolve(inFolder, 'seal')
  // Stamps are judged by the real time, whatever the demo's clock says.
  const now = () => new Date()
  const revocation = await startRevocationService(now, port)
  const authority = await keptAuthority('Seal', folder, revocation.list)
  await revocation.answerFor(authority)
  const ocspAt = revocation.ocsp()
  const key = await keptKeyFile(join(folder, 'seal.p12'), { authority, password, ocspAt })
  const service = await startTimeStampService({ authority, now, ocspAt })
  const root = join(folder, 'root.pem')
  return {
    key: { SEAL_KEY: `file:${key}`, SEAL_KEY_PASSWORD: password, TSA_URL: service.url() },
    roots: { SEAL_ROOTS: root, TIME_STAMP_ROOTS: root },
    stop: async () => {
      await Promise.all([service.close(), revocation.close()])
    },
  }
}

type Kept = { authority: Authority; password: string; ocspAt: string }

async function keptKeyFile(path: string, { authority, password, ocspAt }: Kept): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  const named = [['commonName', 'Ekdala kommun, stämpel']] as const
  const { key, certificate } = await authority.issue({ purpose: 'seal', subject: named, ocspAt })
  const certificates = [certificate, authority.intermediate.certificate]
  await writeFile(path, await writeKeyFile({ key, certificates }, password), { mode: 0o600 })
  return path
}
