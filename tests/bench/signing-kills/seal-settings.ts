import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAuthority } from '../../../services/broker/bankid/authority.ts'
import { writeKeyFile } from '../../../services/demo/key-file.ts'
import { startStamps } from './stamps.ts'

/** A key of RSA that seals, and a service that stamps what is sealed. */
export async function sealSettings(folder: string) {
  const authority = await createAuthority('Seal')
  const { rootPem, intermediate } = authority
  const { key, certificate } = await authority.issue({ purpose: 'seal', subject: [['commonName', 'Bench']] })
  const password = 'bench'
  const [file, roots] = [join(folder, 'seal.p12'), join(folder, 'seal.pem')]
  await writeFile(
    file,
    await writeKeyFile({ key, certificates: [certificate, intermediate.certificate] }, password),
  )
  await writeFile(roots, rootPem)
  const stamps = await startStamps(authority)
  const settings = {
    SEAL_KEY: `file:${file}`,
    SEAL_KEY_PASSWORD: password,
    TSA_URL: stamps.url,
    TIME_STAMP_ROOTS: roots,
  }
  return { rootPem, stamps, settings }
}
