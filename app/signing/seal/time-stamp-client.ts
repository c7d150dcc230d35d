import { randomBytes } from 'node:crypto'
import type { Certificate } from '../verifier/certificate.ts'
import { integer, isTrue, octetString, sequence } from '../verifier/der-writer.ts'
import { tags } from '../verifier/der-form.ts'
import { childrenOf, Fields, readDer } from '../verifier/der.ts'
import { refuse } from '../verifier/refusal.ts'
import { sha256Identifier } from '../verifier/seal-form.ts'
import { wholeBody } from './whole-body.ts'
import { judgeTimeStamp } from '../verifier/time-stamp.ts'
import { keptToken } from './kept-token.ts'

export type TimeStampService = {
  url: string
  roots: readonly Certificate[]
  /** The policy under which it must stamp; null for any of its own. */
  policy: string | null
}

const patienceInMs = 15_000
const largestAnswer = 64 * 1024
// Clocks differ; a stamp from the future is believed by nobody later.
const nearInMs = 5 * 60_000

/**
 * Has a time-stamp service (RFC 3161) vouch for a SHA-256, and judges its answer as every later reader will.
 * @returns the token
 * @throws Refusal for an answer that does not hold, Error when there is none
 */
export async function fetchTimeStamp(imprint: Buffer, service: TimeStampService, now: Date): Promise<Buffer> {
  const nonce = randomBytes(16)
  // Positive, and as long as it was made.
  nonce[0] = (nonce[0]! & 0x3f) | 0x40
  const body = sequence(integer(1), sequence(sha256Identifier, octetString(imprint)), integer(nonce), isTrue)
  const token = keptToken(tokenIn(await ask(service.url, body)), service.roots)
  const latest = new Date(now.getTime() + nearInMs)
  const stamp = judgeTimeStamp(token, imprint, service.roots, latest)
  if (!stamp.nonce?.equals(nonce)) refuse('time-stamp-nonce')
  if (service.policy && stamp.policy !== service.policy) refuse('time-stamp-policy')
  return token
}

async function ask(url: string, body: Buffer): Promise<Buffer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceInMs),
  })
  if (!answer.ok || !answer.body) throw new Error(`the time-stamp service answered ${answer.status}`)
  return (await wholeBody(answer.body, largestAnswer)) ?? refuse('time-stamp-size')
}

function tokenIn(answer: Buffer): Buffer {
  const fields = new Fields(readDer(answer))
  const status = childrenOf(fields.take(tags.sequence))[0]
  const token = fields.maybe(tags.sequence)
  fields.end()
  // Granted, or granted with changes that the judge would see (RFC 3161, 2.4.2).
  const isGranted = status?.tag === tags.integer && status.content.length === 1 && status.content[0]! <= 1
  return isGranted && token ? token.raw : refuse('time-stamp-status')
}
