import { access, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { keptAuthority, type Authority } from '../broker/bankid/authority.ts'
import { startTimeStampService } from '../broker/time-stamp/time-stamp-service.ts'
import { writeKeyFile } from './key-file.ts'

export type DemoSeal = {
  /** For the worker, which seals. */
  key: Record<'SEAL_KEY' | 'SEAL_KEY_PASSWORD' | 'TSA_URL', string>
  /** For everybody who judges. */
  roots: Record<'SEAL_ROOTS' | 'TIME_STAMP_ROOTS', string>
  stop: () => Promise<void>
}

/** A key that seals, kept with the rest so that what was sealed yesterday holds today, and a time-stamp service. */
export async function startDemoSeal(inFolder: string, password: string): Promise<DemoSeal> {
  const folder = resolve(inFolder, 'seal')
  const authority = await keptAuthority('Seal', folder)
  const key = await keptKeyFile(join(folder, 'seal.p12'), authority, password)
  // Stamps are judged by the real time, whatever the demo's clock says.
  const service = await startTimeStampService({ authority, now: () => new Date() })
  const root = join(folder, 'root.pem')
  return {
    key: { SEAL_KEY: `file:${key}`, SEAL_KEY_PASSWORD: password, TSA_URL: service.url() },
    roots: { SEAL_ROOTS: root, TIME_STAMP_ROOTS: root },
    stop: service.close,
  }
}

async function keptKeyFile(path: string, authority: Authority, password: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  const named = [['commonName', 'Ekdala kommun, stämpel']] as const
  const { key, certificate } = await authority.issue({ purpose: 'seal', subject: named })
  const certificates = [certificate, authority.intermediate.certificate]
  await writeFile(path, await writeKeyFile({ key, certificates }, password), { mode: 0o600 })
  return path
}
