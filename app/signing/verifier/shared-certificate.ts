import { readCertificate, type Certificate } from './certificate.ts'

// BankID's banks have some dozens of authorities and responders.
const most = 200
const longest = 8 * 1024
const known = new Map<string, Certificate>()

/** The certificate of an authority or a responder: many signatures carry the same one, which is read once. */
export function readSharedCertificate(bytes: Buffer): Certificate {
  const exact = bytes.toString('latin1')
  const before = known.get(exact)
  if (before) return before
  // The bytes are copied: whoever gave them may write over theirs.
  const certificate = readCertificate(Buffer.from(bytes))
  if (bytes.length > longest) return certificate
  if (known.size >= most) known.clear()
  known.set(exact, certificate)
  return certificate
}
