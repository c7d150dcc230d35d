import { hash } from 'node:crypto'
import type { Certificate } from '../verifier/certificate.ts'
import { nothing, octetString, oid, sequence } from '../verifier/der-writer.ts'
import type { Issued } from '../verifier/ocsp.ts'
import { issuedIn, judgeRevocation, type RevocationProof } from '../verifier/revocation.ts'
import { revocationAddresses } from './revocation-addresses.ts'
import { wholeBody } from './whole-body.ts'

/** `unheard`: who was to be asked and did not answer, by host. A certificate may also name nobody to ask. */
type Fetched = { proofs: RevocationProof[]; unheard: string[] }
type Question = { kind: RevocationProof['kind']; url: string; body?: Buffer }

const patienceInMs = 15_000
const largest = { OCSPs: 64 * 1024, CRLs: 2 * 1024 * 1024 }
const sha1Identifier = sequence(oid('1.3.14.3.2.26'), nothing)

/**
 * Asks of each certificate of a chain whether it was taken back (PAdES B-LT), and judges the answers as every later
 * reader will.
 * @throws Refusal when one was taken back, or an answer does not hold
 */
export async function fetchRevocation(
  chain: readonly Certificate[],
  roots: readonly Certificate[],
  now: Date,
): Promise<Fetched> {
  const fetched: Fetched = { proofs: [], unheard: [] }
  for (const issued of issuedIn(chain, roots)) {
    const questions = questionsAbout(issued)
    const proof = await firstAnswer(questions)
    if (!proof) fetched.unheard.push(...questions.map(({ url }) => new URL(url).host))
    else if (!fetched.proofs.some(({ bytes }) => bytes.equals(proof.bytes))) {
      judgeRevocation(proof, chain, roots, now)
      fetched.proofs.push(proof)
    }
  }
  return { ...fetched, unheard: [...new Set(fetched.unheard)] }
}

/** An answer about the one certificate rather than a list of all. */
function questionsAbout({ leaf, issuer }: Issued): Question[] {
  const { ocsp, list } = revocationAddresses(leaf)
  return [
    ...(ocsp ? [{ kind: 'OCSPs' as const, url: ocsp, body: ocspRequest({ leaf, issuer }) }] : []),
    ...(list ? [{ kind: 'CRLs' as const, url: list }] : []),
  ]
}

async function firstAnswer(questions: readonly Question[]): Promise<RevocationProof | null> {
  for (const question of questions) {
    const bytes = await ask(question).catch(() => null)
    if (bytes) return { kind: question.kind, bytes }
  }
  return null
}

async function ask({ kind, url, body }: Question): Promise<Buffer | null> {
  const answer = await fetch(url, {
    ...(body && {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': 'application/ocsp-request' },
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceInMs),
  })
  return answer.ok && answer.body ? wholeBody(answer.body, largest[kind]) : null
}

/** RFC 6960, 4.1.1, without a nonce: many responders give answers that they have made before. */
function ocspRequest(issued: Issued): Buffer {
  return sequence(sequence(sequence(sequence(certificateIdOf(issued)))))
}

export function certificateIdOf({ leaf, issuer }: Issued): Buffer {
  const sha1 = (bytes: Buffer) => octetString(hash('sha1', bytes, 'buffer'))
  return sequence(sha1Identifier, sha1(issuer.subject), sha1(issuer.keyBytes), leaf.serialNumber)
}
