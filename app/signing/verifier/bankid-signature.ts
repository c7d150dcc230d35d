import { hash, verify, type X509Certificate } from 'node:crypto'
import { checkBankIdCertificate, idNumberOf } from './bankid-certificate.ts'
import { bankIdGrammar } from './bankid-grammar.ts'
import { readBase64 } from './base64.ts'
import { pathToRoot } from './certificate-path.ts'
import { readCertificate, type Certificate } from './certificate.ts'
import { readSharedCertificate } from './shared-certificate.ts'
import { childOf, readClosedXml, type Found } from './closed-xml.ts'
import { verifyOcspResponse } from './ocsp.ts'
import { refuse, refusingIn } from './refusal.ts'
import { kindOf } from './signature-algorithm.ts'

export type ExpectedSignature = {
  roots: readonly X509Certificate[]
  /** When the person signed. */
  at: Date
  /** Twelve digits. */
  signer: string
  visibleText: Buffer
  hiddenData: Buffer
  /** The distinguished name under which BankID knows the service that asked. */
  serviceName: string
}

export type BankIdSignature = {
  signer: string
  certificate: Buffer
  issuer: Buffer
  root: Buffer
  ocsp: { producedAt: Date }
  /** The name and version of these rules. */
  verifier: string
}

const verifier = 'bankid-signature 1'
const longest = { signature: 512 * 1024, ocspResponse: 32 * 1024 }

/**
 * Judges a signature that BankID's app made: by whom, of exactly which text and data, for which service, and with a
 * BankID that was valid then. Throws a Refusal that names the first rule that is broken.
 * @param signature base64 of the XML, as it came
 * @param ocspResponse base64 of what the bank answered about the certificate at that moment
 */
export function verifyBankIdSignature(
  signature: string,
  ocspResponse: string | null,
  expected: ExpectedSignature,
): BankIdSignature {
  const document = readBase64(signature, longest.signature).toString('latin1')
  const found = readClosedXml(document, bankIdGrammar)
  const chain = certificatesOf(found)
  const leaf = chain[0] ?? refuse('certificate-chain')
  checkDigests(found)
  if (!isSignedWith(leaf, found)) refuse('signature')

  const root = pathToRoot(
    chain,
    expected.roots.map(({ raw }) => readSharedCertificate(raw)),
    expected.at,
  )
  checkBankIdCertificate(leaf, root)
  const signed = childOf(found, 'Object', 'bankIdSignedData')
  checkService(signed, expected.serviceName)
  if (idNumberOf(leaf) !== expected.signer) refuse('signer')
  checkTexts(signed, expected)

  const issuer = chain[1] ?? root
  const answer = readBase64(ocspResponse ?? refuse('ocsp-missing'), longest.ocspResponse)
  const asked = { leaf, issuer, at: expected.at, isNonce: (nonce: Buffer) => isNonceOf(signature, nonce) }
  const ocsp = refusingIn('ocsp', () => verifyOcspResponse(answer, asked))
  return {
    signer: expected.signer,
    certificate: leaf.raw,
    issuer: issuer.raw,
    root: root.raw,
    ocsp,
    verifier,
  }
}

function certificatesOf(found: Found): Certificate[] {
  const { children } = childOf(found, 'KeyInfo', 'X509Data')
  const [leaf, ...authorities] = children.map(({ text }) => bytesOf(text))
  return [readCertificate(leaf!), ...authorities.map(readSharedCertificate)]
}

/** Every byte of what was signed is in one of the two parts that the references name. */
function checkDigests(found: Found): void {
  const parts = [childOf(found, 'Object', 'bankIdSignedData'), childOf(found, 'KeyInfo')]
  const references = childOf(found, 'SignedInfo').children.filter(({ name }) => name === 'Reference')
  for (const [index, { name, source }] of parts.entries()) {
    const digest = bytesOf(childOf(references[index]!, 'DigestValue').text)
    if (!hash('sha256', source, 'buffer').equals(digest)) refuse(`digest-${name}`)
  }
}

function isSignedWith({ key }: Certificate, found: Found): boolean {
  if (kindOf(key) !== 'rsa') refuse('key')
  const signed = Buffer.from(childOf(found, 'SignedInfo').source, 'latin1')
  return verify('sha256', signed, key, bytesOf(childOf(found, 'SignatureValue').text))
}

function checkService(signed: Found, serviceName: string): void {
  // An identification has the same form, and says nothing about a text.
  if (childOf(signed, 'clientInfo', 'funcId').text !== 'Signing') refuse('func-id')
  const name = bytesOf(childOf(signed, 'srvInfo', 'name').text)
  if (!name.equals(Buffer.from(serviceName))) refuse('service')
}

function checkTexts(signed: Found, { visibleText, hiddenData }: ExpectedSignature): void {
  if (!bytesOf(childOf(signed, 'usrVisibleData').text).equals(visibleText)) refuse('visible-text')
  if (!bytesOf(childOf(signed, 'usrNonVisibleData').text).equals(hiddenData)) refuse('hidden-data')
}

/** BankID's answers to its own questions: their nonce begins with the SHA-1 of the signature as it is sent. */
function isNonceOf(signature: string, nonce: Buffer): boolean {
  return nonce.subarray(0, 20).equals(hash('sha1', signature, 'buffer'))
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}
