import { verifyBankIdSignature } from './bankid-signature.ts'
import { pathToRoot } from './certificate-path.ts'
import { readCertificate } from './certificate.ts'
import { judgeSealCms } from './cms.ts'
import { nameAttributes } from './name-attributes.ts'
import { checkDocument, readParts, type Parts } from './package-parts.ts'
import { Refusal, refuse } from './refusal.ts'
import { checkRenewal } from './renewal.ts'
import { judgeRevocation, type RevocationProof } from './revocation.ts'
import { sha256, type SealParts } from './seal-form.ts'
import { certificatesOf } from './sealed-certificates.ts'
import { readSealed, type Sealed } from './sealed.ts'
import { judgeTimeStamp } from './time-stamp.ts'
import type { Trust } from './trust.ts'

/** One thing that a package claims: `rule` is null when it holds, else the name of the rule that was broken. */
export type Finding = {
  part: 'file' | 'renewal' | 'time-stamp' | 'seal' | 'contents' | 'document' | 'signature'
  rule: string | null
}
export type PackageVerdict = {
  holds: boolean
  findings: Finding[]
  sealedBy: string | null
  /** Times that somebody else vouches for: of the seal, and of each renewal since. */
  stampedAt: Date | null
  renewedAt: Date[]
  document: { bytes: number; sha256: string } | null
  signatures: Signed[]
  /** The name and version of these rules. */
  verifier: string
}

/** `name` as the bank wrote it, `act` as the signer's intent has it. */
type Signed = { signer: string; name: string; act: string | null; at: Date; visibleText: string }

const verifier = 'package 1'
export const largestPackage = 40 * 1024 * 1024
const mostRenewals = 30
const commonName = '2.5.4.3'

/**
 * Judges a sealed package: bytes in, verdict out, with nothing asked of anybody.
 * @param at now; what a later time stamp covers is judged at the time of that stamp
 */
export function verifyPackage(file: Buffer, trust: Trust, at: Date): PackageVerdict {
  const judge = new Judge(trust, at)
  const layers = judge.find('file', () => layersOf(file))
  if (!layers) return judge.verdict
  for (const renewal of layers.renewals) judge.renewal(renewal)
  const { seal } = layers
  const parts = judge.find('contents', () => readParts(seal))
  judge.seal(seal)
  if (!parts) return judge.verdict
  judge.find('document', () => checkDocument(file, seal.update.start, parts.manifest))
  judge.verdict.document = parts.manifest.document
  for (const signature of parts.manifest.signatures) judge.signature(signature, parts)
  return judge.verdict
}

/** A later time stamp, the signature that it keeps alive, and what it brings to say that its certificates were good. */
type Renewal = { stamp: Sealed; covered: Sealed; proofs: RevocationProof[] }

/** The seal, and what was added since: the newest first. */
function layersOf(file: Buffer): { seal: Sealed; renewals: Renewal[] } {
  if (file.length > largestPackage) refuse('file-size')
  const renewals: Renewal[] = []
  let [sealed, later] = [readSealed(file), null as Sealed | null]
  while (sealed.kind !== 'Sig') {
    if (renewals.length === mostRenewals) refuse('file-renewals')
    later = sealed
    sealed = readSealed(file.subarray(0, later.update.start))
    renewals.push({ stamp: later, covered: sealed, proofs: checkRenewal(later, sealed) })
  }
  return { seal: sealed, renewals }
}

class Judge {
  readonly verdict: PackageVerdict = {
    holds: true,
    findings: [],
    sealedBy: null,
    stampedAt: null,
    renewedAt: [],
    document: null,
    signatures: [],
    verifier,
  }
  readonly #trust: Trust
  #at: Date

  constructor(trust: Trust, at: Date) {
    this.#trust = trust
    this.#at = at
  }

  find<Result>(part: Finding['part'], read: () => Result): Result | null {
    try {
      const result = read()
      this.verdict.findings.push({ part, rule: null })
      return result
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.verdict.findings.push({ part, rule: error.rule })
      this.verdict.holds = false
      return null
    }
  }

  renewal({ stamp: { contents, digest }, covered, proofs }: Renewal): void {
    const { timeStamp, seal } = this.#trust
    const stamp = this.find('renewal', () => {
      const judged = judgeTimeStamp(contents, digest, timeStamp, this.#at)
      const chain = proofs.length > 0 ? certificatesOf(covered) : []
      for (const proof of proofs) judgeRevocation(proof, chain, [...seal, ...timeStamp], judged.at)
      return judged
    })
    if (!stamp) return
    this.verdict.renewedAt.unshift(stamp.at)
    this.#at = stamp.at
  }

  seal({ contents, digest }: Sealed): void {
    this.find('seal', () => {
      const parts = judgeSealCms(contents, digest)
      const sealedAt = this.#stamp(parts) ?? this.#at
      pathToRoot(parts.certificates, this.#trust.seal, sealedAt)
      this.verdict.sealedBy = nameIn(parts.certificates[0]!.subject)
    })
  }

  #stamp({ token, signature }: SealParts): Date | null {
    if (!token) return null
    const judged = () => judgeTimeStamp(token, sha256(signature), this.#trust.timeStamp, this.#at)
    this.verdict.stampedAt = this.find('time-stamp', judged)?.at ?? null
    return this.verdict.stampedAt
  }

  signature(claimed: Parts['manifest']['signatures'][number], { manifest, bytesOf }: Parts): void {
    this.find('signature', () => {
      const hiddenData = bytesOf(claimed.intent)
      const visibleText = bytesOf(claimed.visibleText)
      const intent = intentIn(hiddenData)
      if (intent.sha256 !== manifest.document.sha256) refuse('intent-document')
      const answer = claimed.ocspResponse
      const at = new Date(claimed.at)
      const { certificate } = verifyBankIdSignature(
        bytesOf(claimed.signature).toString('base64'),
        answer && bytesOf(answer).toString('base64'),
        {
          roots: this.#trust.bankId,
          serviceName: this.#trust.serviceName,
          at,
          signer: claimed.signer,
          visibleText,
          hiddenData,
        },
      )
      this.verdict.signatures.push({
        signer: claimed.signer,
        name: nameIn(readCertificate(certificate).subject),
        act: typeof intent.purpose === 'string' ? intent.purpose : null,
        at,
        visibleText: visibleText.toString(),
      })
    })
  }
}

function nameIn(subject: Buffer): string {
  return nameAttributes(subject).find(({ id }) => id === commonName)?.text ?? ''
}

/** Which document the signer meant, by its fingerprint, and for what. */
function intentIn(hiddenData: Buffer): { sha256?: unknown; purpose?: unknown } {
  try {
    return (JSON.parse(hiddenData.toString()) as { sha256?: unknown; purpose?: unknown } | null) ?? {}
  } catch {
    return {}
  }
}
