import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { keptAuthority, type Authority } from '../../broker/bankid/authority.ts'

export type ServerCertificate = {
  /** For the server: its key, its certificate and the one above. */
  key: string
  cert: string
  /** What its callers must trust. */
  root: string
  /** The same in a file, for NODE_EXTRA_CA_CERTS. */
  rootFile: string
}

/** A certificate for localhost of an authority kept in the folder: whoever trusts its root believes it, and nobody else does. */
export async function serverCertificate(folder: string): Promise<ServerCertificate> {
  const authority = await keptAuthority('Post', folder)
  return { ...(await issuedBy(authority)), rootFile: join(folder, 'root.pem') }
}

async function issuedBy(authority: Authority): Promise<Omit<ServerCertificate, 'rootFile'>> {
  const { key, certificate } = await authority.issue({
    purpose: 'server',
    subject: [['commonName', 'localhost']],
  })
  const chain = [certificate, authority.intermediate.certificate].map((der) =>
    new X509Certificate(der).toString(),
  )
  return { key: pemOf(key), cert: chain.join(''), root: authority.rootPem }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}
