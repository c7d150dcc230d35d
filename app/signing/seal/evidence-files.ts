import canonicalize from 'canonicalize'
import type { SignedEvidence } from '../evidence/signed-evidence.ts'
import { idNumberOf } from '../verifier/bankid-certificate.ts'
import { readCertificate } from '../verifier/certificate.ts'
import type { Manifest } from '../verifier/manifest.ts'
import type { Attachment } from './attach.ts'

const names = {
  signature: 'signature-1.xml',
  ocspResponse: 'ocsp-1.der',
  visibleText: 'text-1.txt',
  intent: 'intent-1.json',
  request: 'request-1.jwt',
  idToken: 'id-token-1.jwt',
  keys: 'keys-1.json',
  record: 'record-1.json',
} as const

/** What proves a signature, each as it came or went. */
export function evidenceFiles(evidence: SignedEvidence): Attachment[] {
  const { signature, ocspResponse, visibleText, hiddenData, requestJwt, idToken, tokenKeys } = evidence
  const files: [name: string, mime: string, bytes: Buffer | null][] = [
    [names.signature, 'application/xml', Buffer.from(signature, 'base64')],
    [
      names.ocspResponse,
      'application/ocsp-response',
      ocspResponse ? Buffer.from(ocspResponse, 'base64') : null,
    ],
    [names.visibleText, 'text/plain', Buffer.from(visibleText)],
    [names.intent, 'application/json', Buffer.from(hiddenData)],
    [names.request, 'application/jwt', requestJwt ? Buffer.from(requestJwt) : null],
    [names.idToken, 'application/jwt', Buffer.from(idToken)],
    [names.keys, 'application/jwk-set+json', Buffer.from(tokenKeys)],
    [names.record, 'application/json', Buffer.from(recordOf(evidence))],
  ]
  return files.flatMap(([name, mime, bytes]) => (bytes ? [{ name, mime, bytes, relationship: 'Data' }] : []))
}

/** The signer is the one whom the judged certificate names: a number that was changed since is another matter. */
export function signatureEntry({
  verdict,
  ocspResponse,
  receivedAt,
}: SignedEvidence): Manifest['signatures'][number] {
  return {
    signer: idNumberOf(readCertificate(Buffer.from(verdict.certificate, 'base64'))),
    at: receivedAt.toISOString(),
    visibleText: names.visibleText,
    intent: names.intent,
    signature: names.signature,
    ocspResponse: ocspResponse ? names.ocspResponse : null,
  }
}

/** How it was judged when it came, since that cannot be asked again in thirty years. */
function recordOf({ act, verdict, begunAt, receivedAt, signedAt, deviceIp }: SignedEvidence): string {
  return canonicalize({
    v: 1,
    act,
    verdict,
    begunAt: begunAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    recordedAt: signedAt.toISOString(),
    deviceIp,
  })!
}
