import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { contextTag, plainContextTag, tags } from '../../../app/signing/verifier/der-form.ts'
import { onlyChildOf, onlyValueOf, readDer, valuesOf } from '../../../app/signing/verifier/der.ts'
import { explicit, generalizedTime, sequence, write } from '../../../app/signing/verifier/der-writer.ts'
import type { Authority, Keyed } from '../bankid/authority.ts'
import { responderId, signOcspAnswer } from '../bankid/ocsp-answer.ts'

/** What can be wrong, chosen by the address that a certificate names. */
export type RevocationFault = 'revoked' | 'old' | 'another' | 'down' | 'endless'

export type RevocationService = {
  /** Where an authority's certificates are asked about; with a fault, where it answers wrongly. */
  ocsp: (fault?: RevocationFault) => string
  /** Where the root's list lies. */
  list: string
  /** Before an authority is there nothing is answered: its certificates name the addresses. */
  answerFor: (authority: Authority) => Promise<void>
  close: () => Promise<void>
}

type Answering = { authority: Authority; responder: Keyed }
const hourInMs = 3_600_000

/** Tells whether certificates of the test authority were taken back: by OCSP and by list, at 127.0.0.1. */
export async function startRevocationService(now: () => Date, port = 0): Promise<RevocationService> {
  let answering: Answering | null = null
  const server = createServer((request, response) => {
    answer(request, response, answering, now()).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ocsp: (fault) => `${origin}/ocsp/${fault ?? ''}`,
    list: `${origin}/root.crl`,
    answerFor: async (authority) => {
      const subject = [['commonName', 'Test OCSP']] as const
      answering = { authority, responder: await authority.issue({ purpose: 'ocspResponder', subject }) }
    },
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
  answering: Answering | null,
  at: Date,
): Promise<void> {
  const body = await buffer(request)
  const { url = '/' } = request
  if (!answering || url === '/ocsp/down') return void response.writeHead(503).end()
  if (url === '/ocsp/endless') return void response.end(Buffer.alloc(1024 * 1024, 0x30))
  const { revocationList } = answering.authority
  if (url === '/root.crl')
    return void (revocationList ? response.end(revocationList) : response.writeHead(404).end())
  response.setHeader('content-type', 'application/ocsp-response')
  response.end(ocspAnswer(certificateIdIn(body), url.slice('/ocsp/'.length), answering, at))
}

function ocspAnswer(asked: Buffer, fault: string, { authority, responder }: Answering, at: Date): Buffer {
  const from = fault === 'old' ? new Date(at.getTime() - 24 * hourInMs) : at
  const status = fault === 'revoked' ? write(contextTag(1), generalizedTime(from)) : write(plainContextTag(0))
  const end = explicit(0, generalizedTime(new Date(from.getTime() + hourInMs)))
  const about = fault === 'another' ? otherSerial(asked) : asked
  const single = sequence(about, status, generalizedTime(from), end)
  const body = sequence(responderId(responder), generalizedTime(from), sequence(single))
  return signOcspAnswer(body, { responder, issuer: authority.intermediate.certificate })
}

function otherSerial(certificateId: Buffer): Buffer {
  const other = Buffer.from(certificateId)
  other[other.length - 1]! ^= 1
  return other
}

/** RFC 6960, 4.1.1: of one request about one certificate. */
function certificateIdIn(request: Buffer): Buffer {
  const list = onlyValueOf(onlyValueOf(readDer(request)))
  const [id] = valuesOf(onlyChildOf(list))
  if (id?.tag !== tags.sequence) throw new Error('not a request')
  return id.raw
}
