import { createPrivateKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  answersAt,
  extendedKeyUsage,
  isAuthority,
  isNoAuthority,
  keyUsage,
  listIsAt,
  nameOf,
  namesHost,
  noCheck,
  policy,
  writeCertificate,
  type Extension,
  type Issuer,
  type Name,
} from './certificate-writer.ts'
import { writeRevocationList } from './revocation-list-writer.ts'

const generate = promisify(generateKeyPair)

export type Keyed = { certificate: Buffer; key: KeyObject }
type Purpose = keyof typeof purposes
type Ordered = {
  purpose: Purpose
  subject: Name
  validFrom?: Date
  validTo?: Date
  /** Where one can ask whether it was taken back. */
  ocspAt?: string
}

/** A root that says that it is for tests, one authority below it, and what that one issues. */
export type Authority = {
  root: Buffer
  rootPem: string
  intermediate: Keyed
  /** What the root has taken back: nothing. Null when it was kept before there were lists. */
  revocationList: Buffer | null
  /** Makes a key and its certificate, signed by the intermediate. */
  issue: (ordered: Ordered) => Promise<Keyed>
  /** The certificate alone, of a key that there is. */
  certify: (key: KeyObject, ordered: Ordered) => Buffer
}

// BankID's policies for tests are numbers that nobody owns: this is the one of its mobile app.
const testPolicyOfMobile = '1.2.3.4.25'
const [timeStamping, ocspSigning, serverAuth] = [
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
  '1.3.6.1.5.5.7.3.1',
] as const
const purposes = {
  person: { bits: 2048, extensions: [keyUsage('11'), policy(testPolicyOfMobile)] },
  ocspResponder: {
    bits: 2048,
    extensions: [keyUsage('1'), extendedKeyUsage([ocspSigning], false), noCheck],
  },
  timeStamp: { bits: 3072, extensions: [keyUsage('1'), extendedKeyUsage([timeStamping], true)] },
  // Two that RFC 3161, 2.3 forbids.
  timeStampUncritical: { bits: 3072, extensions: [keyUsage('1'), extendedKeyUsage([timeStamping], false)] },
  timeStampAndMore: {
    bits: 3072,
    extensions: [keyUsage('1'), extendedKeyUsage([timeStamping, ocspSigning], true)],
  },
  seal: { bits: 3072, extensions: [keyUsage('11')] },
  // A server on this machine.
  server: {
    bits: 2048,
    extensions: [keyUsage('101'), extendedKeyUsage([serverAuth], false), namesHost('localhost')],
  },
} satisfies Record<string, { bits: number; extensions: Extension[] }>

const from = new Date('2020-01-01T00:00:00Z')
const to = new Date('2049-12-31T23:59:59Z')
const files = {
  root: 'root.pem',
  intermediate: 'intermediate.pem',
  key: 'intermediate-key.pem',
  list: 'root.crl',
} as const

/**
 * @param title what the authority is of, as in "Test BankID Root CA v1 Test"
 * @param listAt where the root's list can be fetched
 */
export async function createAuthority(title: string, listAt?: string): Promise<Authority> {
  const [rootKey, key] = await Promise.all([newKey(3072), newKey(3072)])
  return authorityWith(title, rootKey, key, listAt)
}

export function authorityWith(title: string, rootKey: KeyObject, key: KeyObject, listAt?: string): Authority {
  const name = nameOf(nameOfAuthority(`Test ${title} Root CA v1 Test`))
  const subject = nameOf(nameOfAuthority(`Test ${title} CA v1 Test`))
  const text = { validFrom: from, validTo: to, extensions: [isAuthority, keyUsage('0000011')] }
  const issuer = { name, key: rootKey }
  const root = writeCertificate({ ...text, subject: name, key: rootKey }, issuer)
  const extensions = listAt ? [...text.extensions, listIsAt(listAt)] : text.extensions
  const certificate = writeCertificate({ ...text, subject, key, extensions }, issuer)
  const revocationList = writeRevocationList({ revoked: [], thisUpdate: from, nextUpdate: to }, issuer)
  return authorityOf(title, root, { certificate, key }, revocationList)
}

/** The authority kept in this folder, or a new one that is put there: so that a demo's signatures hold tomorrow. */
export async function keptAuthority(title: string, folder: string, listAt?: string): Promise<Authority> {
  const read = async (name: keyof typeof files) => readFile(join(folder, files[name]), 'utf8')
  const kept = await Promise.all([read('root'), read('intermediate'), read('key')]).catch(() => null)
  if (kept) {
    const [root, intermediate, key] = kept
    const keyed = { certificate: new X509Certificate(intermediate).raw, key: createPrivateKey(key) }
    const list = await readFile(join(folder, files.list)).catch(() => null)
    return authorityOf(title, new X509Certificate(root).raw, keyed, list)
  }

  const authority = await createAuthority(title, listAt)
  const { certificate, key } = authority.intermediate
  const texts = {
    root: authority.rootPem,
    intermediate: new X509Certificate(certificate).toString(),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, files.list), authority.revocationList!)
  for (const name of ['key', 'intermediate', 'root'] as const) {
    await writeFile(join(folder, files[name]), texts[name], { mode: 0o600 })
  }
  return authority
}

function authorityOf(
  title: string,
  root: Buffer,
  intermediate: Keyed,
  revocationList: Buffer | null,
): Authority {
  const issuer: Issuer = {
    name: nameOf(nameOfAuthority(`Test ${title} CA v1 Test`)),
    key: intermediate.key,
  }
  const certify = (key: KeyObject, { purpose, subject, validFrom = from, validTo = to, ocspAt }: Ordered) => {
    const extensions = [
      isNoAuthority,
      ...purposes[purpose].extensions,
      ...(ocspAt ? [answersAt(ocspAt)] : []),
    ]
    return writeCertificate({ subject: nameOf(subject), key, validFrom, validTo, extensions }, issuer)
  }
  return {
    root,
    rootPem: new X509Certificate(root).toString(),
    intermediate,
    revocationList,
    certify,
    issue: async (ordered) => {
      const key = await newKey(purposes[ordered.purpose].bits)
      return { key, certificate: certify(key, ordered) }
    },
  }
}

function nameOfAuthority(commonName: string): Name {
  return [
    ['country', 'SE'],
    ['organization', 'Mina sidor Test'],
    ['commonName', commonName],
  ]
}

async function newKey(modulusLength: number): Promise<KeyObject> {
  return (await generate('rsa', { modulusLength })).privateKey
}
