import { createPrivateKey, type KeyObject } from 'node:crypto'
import { fromBER } from 'asn1js'
import { CertBag, PFX, PKCS8ShroudedKeyBag, type AuthenticatedSafe, type Certificate } from 'pkijs'

export type KeyAndCertificates = { key: KeyObject; certificates: Buffer[] }

/**
 * What a PKCS #12 file (RFC 7292) holds: one private key, and certificates in any order.
 * @throws Error when the password is not its own, or its way of encryption is one of the old ones
 */
export async function readKeyFile(bytes: Buffer, password: string): Promise<KeyAndCertificates> {
  const secret = arrayOf(Buffer.from(password))
  const file = new PFX({ schema: fromBER(arrayOf(bytes)).result })
  await file.parseInternalValues({ password: secret, checkIntegrity: true })
  const safe = file.parsedValue?.authenticatedSafe
  if (!safe) throw new Error('the key file is empty')
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) })
  return contentsOf(safe, secret)
}

async function contentsOf(safe: AuthenticatedSafe, password: ArrayBuffer): Promise<KeyAndCertificates> {
  const contents = (safe.parsedValue as { safeContents: SafeContents[] }).safeContents
  const bags = contents.flatMap(({ value }) => value.safeBags.map(({ bagValue }) => bagValue))
  const certificates = bags
    .filter((bag) => bag instanceof CertBag)
    .map((bag) => Buffer.from((bag.parsedValue as Certificate).toSchema(true).toBER()))
  const keys = bags.filter((bag) => bag instanceof PKCS8ShroudedKeyBag)
  const [bag, ...more] = keys
  if (!bag || more.length > 0) throw new Error('the key file must hold one key')
  // The library's types leave the step out that opens a bag.
  await (
    bag as unknown as { parseInternalValues: (given: { password: ArrayBuffer }) => Promise<void> }
  ).parseInternalValues({
    password,
  })
  const info = bag.parsedValue ?? fail()
  const der = Buffer.from(info.toSchema().toBER())
  return { key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), certificates }
}

type SafeContents = { value: { safeBags: { bagValue: unknown }[] } }

const arrayOf = (bytes: Buffer) => new Uint8Array(bytes).buffer

function fail(): never {
  throw new Error('the key file cannot be opened')
}
