import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import type { ReceivedList } from './received.ts'

type Options = { authorization: string; received: ReceivedList; now: () => Date }

const mail = z.object({
  partyId: z.uuid(),
  municipalityId: z.string(),
  headerSubject: z.string().min(1),
  supportInfo: z.object({ supportText: z.string().min(1) }),
  bodyInformation: z.object({ contentType: z.literal('text/plain'), body: z.string() }),
})

/**
 * Digital mailboxes behind the shapes of Sundsvall's Party 2.0 (`/party`) and Digital Mail Sender 4.1 (`/digital-post`). A number that ends
 * in 1 is nobody's here, and the mailbox of one that ends in 5 takes nothing.
 */
export function digitalMailboxes({ authorization, received, now }: Options) {
  const takesNothing = new Set<string>()
  return async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const say = (status: number, content: unknown, type = 'application/json') =>
      void answer
        .writeHead(status, { 'Content-Type': type })
        .end(type === 'text/plain' ? content : JSON.stringify(content))
    const problem = (status: number, title: string) =>
      say(status, { status, title }, 'application/problem+json')
    if (asked.headers.authorization !== authorization) return problem(401, 'Unauthorized')

    const [, number] = /^\/party\/\d{4}\/PRIVATE\/(\d{12})\/partyId$/.exec(asked.url ?? '') ?? []
    if (number?.endsWith('1')) return problem(404, 'Not Found')
    if (number) {
      const partyId = partyOf(number)
      if (number.endsWith('5')) takesNothing.add(partyId)
      return say(200, partyId, 'text/plain')
    }
    const [, sender, what] =
      /^\/digital-post\/\d{4}\/(\d{10})\/(mailboxes|send-digital-mail)$/.exec(asked.url ?? '') ?? []
    if (asked.method !== 'POST' || !sender) return void answer.writeHead(404).end()
    const body = await json(asked).catch(() => null)
    if (what === 'mailboxes') {
      const ids = z.array(z.uuid()).safeParse(body).data
      if (!ids) return problem(400, 'Bad Request')
      return say(
        200,
        ids.map((partyId) => ({ partyId, supplier: 'Kivra', reachable: !takesNothing.has(partyId) })),
      )
    }
    const sent = mail.safeParse(body).data
    if (!sent) return problem(400, 'Bad Request')
    const transactionId = randomUUID()
    received.add({
      by: 'digitalPost',
      at: now(),
      id: transactionId,
      from: sender,
      to: sent.partyId,
      subject: sent.headerSubject,
      text: `${sent.bodyInformation.body}\n\n${sent.supportInfo.supportText}`,
      raw: JSON.stringify(body),
    })
    say(200, { deliveryStatus: { delivered: true, partyId: sent.partyId, transactionId } })
  }
}

/** The same id for the same number, in which the number is not to be seen. */
export function partyOf(number: string): string {
  const bytes = createHash('sha256').update(`mailbox ${number}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
