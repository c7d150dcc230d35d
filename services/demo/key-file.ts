import type { KeyObject } from 'node:crypto'
import { fromBER } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

const ids = { key: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' }
const arrayOf = (bytes: Buffer) => new Uint8Array(bytes).buffer
const iterationCount = 100_000

/** A key and its certificates as a PKCS #12 file (RFC 7292). */
export async function writeKeyFile(
  { key, certificates }: { key: KeyObject; certificates: readonly Buffer[] },
  password: string,
): Promise<Buffer> {
  const secret = arrayOf(Buffer.from(password))
  const der = key.export({ type: 'pkcs8', format: 'der' })
  const shrouded = new PKCS8ShroudedKeyBag({
    parsedValue: new PrivateKeyInfo({ schema: fromBER(arrayOf(der)).result }),
  })
  await (shrouded as unknown as Shrouded).makeInternalValues({
    password: secret,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount,
  })
  const bags = [
    new SafeBag({ bagId: ids.key, bagValue: shrouded }),
    ...certificates.map(
      (certificate) =>
        new SafeBag({
          bagId: ids.certificate,
          bagValue: new CertBag({
            parsedValue: new Certificate({ schema: fromBER(arrayOf(certificate)).result }),
          }),
        }),
    ),
  ]
  const safe = new AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }] },
  })
  await safe.makeInternalValues({ safeContents: [{}] })
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await file.makeInternalValues({
    password: secret,
    iterations: iterationCount,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return Buffer.from(file.toSchema().toBER())
}

/** The library's types leave the step out that closes a bag. */
type Shrouded = { makeInternalValues: (given: object) => Promise<void> }
