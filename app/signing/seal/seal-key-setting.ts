import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIssuedBy } from '../verifier/certificate-path.ts'
import { readCertificate, type Certificate } from '../verifier/certificate.ts'
import { certificatesIn } from '../verifier/trust.ts'
import { readKeyFile } from './key-file.ts'
import { keyInModule } from './key-module.ts'
import { sealKeyOf, type SealKey } from './seal-key.ts'

export type SealKeySetting = {
  /** `file:/path/to/seal.p12`, or `pkcs11:token=…;object=…?module-path=/path/to/module.so` (RFC 7512). */
  key: string
  /** Of the file, or the PIN of the token. */
  password: string
  /** For a module: a file in PEM with the sealer's certificate and those above it. A key file holds them itself. */
  certificates: string | null
}

/**
 * The key that `SEAL_KEY` names, after it has signed something that its certificate confirms.
 * @throws Error that says what is wrong, without the secret
 */
export async function openSealKey(setting: SealKeySetting): Promise<SealKey> {
  const key = setting.key.startsWith('pkcs11:') ? await inModule(setting) : await inFile(setting)
  const sample = Buffer.from('the key belongs to the certificate')
  const own = createPublicKey(
    new X509Certificate(key.certificates[0]!).publicKey.export({ type: 'spki', format: 'pem' }),
  )
  if (!verify('sha256', sample, own, await key.sign(sample)))
    throw new Error('the key does not belong to the certificate')
  return key
}

async function inFile({ key, password }: SealKeySetting): Promise<SealKey> {
  if (!key.startsWith('file:/')) throw new Error('must begin with file:/ or pkcs11:')
  const bytes = await readFile(key.slice('file:'.length)).catch(() => {
    throw new Error('the key file cannot be read')
  })
  const found = await readKeyFile(bytes, password).catch(() => {
    throw new Error('the key file cannot be opened with this password')
  })
  return sealKeyOf(found.key, chainOf(found.certificates))
}

async function inModule({ key, password, certificates }: SealKeySetting): Promise<SealKey> {
  if (!certificates) throw new Error('needs the certificates of the key in a file of their own')
  const pem = await readFile(certificates, 'utf8')
  const chain = chainOf(certificatesIn(pem).map(({ raw }) => raw))
  const [path, query] = key.slice('pkcs11:'.length).split('?')
  const named = attributesIn(path, ';')
  const token = named.get('token')
  const object = named.get('object')
  const module = attributesIn(query, '&').get('module-path')
  if (!token || !object || !module) throw new Error('must name token, object and module-path')
  const isCurve = new X509Certificate(chain[0]!).publicKey.asymmetricKeyType === 'ec'
  const mechanism = isCurve ? 'ECDSA-SHA256' : 'SHA256-RSA-PKCS'
  return keyInModule({ module, token, object, pin: password, mechanism }, chain)
}

function attributesIn(text = '', separator: string): Map<string, string> {
  return new Map(
    text.split(separator).map((attribute) => {
      const [name = '', value = ''] = attribute.split('=')
      return [name, decodeURIComponent(value)]
    }),
  )
}

/** The one that issued none of the others, then upwards, without the root. */
function chainOf(given: readonly Buffer[]): Buffer[] {
  const all = given.map(readCertificate)
  const isAbove = (issuer: Certificate) => all.some((other) => other !== issuer && isIssuedBy(other, issuer))
  const leaf = all.find((certificate) => !isAbove(certificate))
  if (!leaf) throw new Error('there is no certificate of the sealer')
  const chain: Certificate[] = []
  let next: Certificate | undefined = leaf
  while (next && !next.subject.equals(next.issuer)) {
    const last: Certificate = next
    chain.push(last)
    next = all.find((other) => !chain.includes(other) && isIssuedBy(last, other))
  }
  return chain.map(({ raw }) => raw)
}
