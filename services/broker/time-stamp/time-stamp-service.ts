import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Authority, Keyed } from '../bankid/authority.ts'
import { writeAnswer, writeRejection, type Stamped } from './time-stamp-answer.ts'
import { readQuery } from './time-stamp-query.ts'

export const timeStampPolicy = '1.2.3.4.1'

/** What can be wrong with an answer, each as a change to one that is right in all else; `down` is no answer at all. */
const changes = {
  otherDigest: (stamped) => ({ ...stamped, imprint: Buffer.alloc(32, 7) }),
  otherNonce: (stamped) => ({ ...stamped, nonce: Buffer.alloc(16, 0x55) }),
  withoutNonce: (stamped) => ({ ...stamped, nonce: null }),
  otherPolicy: (stamped) => ({ ...stamped, policy: '1.2.3.4.2' }),
  fromTheFuture: (stamped) => ({ ...stamped, at: new Date(stamped.at.getTime() + 86_400_000) }),
} satisfies Record<string, (stamped: Stamped) => Stamped>
/** Whose certificate may not stamp, and for which purpose it was made instead. */
const otherSigners = {
  withoutPurpose: 'seal',
  purposeUncritical: 'timeStampUncritical',
  purposeAndMore: 'timeStampAndMore',
} as const
type OtherSigner = keyof typeof otherSigners
export type TimeStampFault = keyof typeof changes | OtherSigner | 'rejects' | 'endless' | 'down'

export type TimeStampService = {
  /** Where it answers; with a fault, where it answers wrongly. */
  url: (fault?: TimeStampFault) => string
  close: () => Promise<void>
}
type Parts = {
  authority: Authority
  now: () => Date
  port?: number
  ocspAt?: string
  /** When the service's certificate ends. */
  until?: Date
}
type Keys = Record<OtherSigner | 'right', Keyed>

/** A small time-stamp service (RFC 3161) with a certificate of the test authority, at 127.0.0.1. */
export async function startTimeStampService({
  authority,
  now,
  port = 0,
  ocspAt,
  until,
}: Parts): Promise<TimeStampService> {
  const named = [['commonName', 'Test time stamp']] as const
  const [right, ...others] = await Promise.all([
    authority.issue({
      purpose: 'timeStamp',
      subject: named,
      ...(ocspAt && { ocspAt }),
      ...(until && { validTo: until }),
    }),
    ...Object.values(otherSigners).map((purpose) => authority.issue({ purpose, subject: named })),
  ])
  const keys = {
    right,
    ...Object.fromEntries(Object.keys(otherSigners).map((fault, at) => [fault, others[at]])),
  } as Keys
  const chain = [authority.intermediate.certificate]
  const server = createServer((request, response) => {
    answer(request, response, keys, chain, now()).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: (fault) => `${origin}/${fault ?? ''}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  keys: Keys,
  chain: readonly Buffer[],
  at: Date,
): Promise<void> {
  const fault = (request.url ?? '/').slice(1) as TimeStampFault | ''
  const body = await buffer(request)
  if (fault === 'down') return void response.writeHead(503).end()
  response.setHeader('content-type', 'application/timestamp-reply')
  if (fault === 'endless') return void response.end(Buffer.alloc(1024 * 1024, 0x30))
  response.end(fault === 'rejects' ? writeRejection() : stampedAnswer(body, fault, keys, chain, at))
}

function stampedAnswer(body: Buffer, fault: string, keys: Keys, chain: readonly Buffer[], at: Date): Buffer {
  const signer = fault in keys ? keys[fault as keyof Keys] : keys.right
  try {
    const right: Stamped = { ...readQuery(body), at, policy: timeStampPolicy }
    const stamped = fault in changes ? changes[fault as keyof typeof changes](right) : right
    return writeAnswer(stamped, { signer, chain })
  } catch {
    return writeRejection()
  }
}
