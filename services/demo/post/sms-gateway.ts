import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { messageParts } from './message-parts.ts'
import type { ReceivedList } from './received.ts'

type Options = { authorization: string; received: ReceivedList; now: () => Date }

/** A gateway of 46elks' shape. To a number that ends in 99 nothing arrives, which it tells afterwards. */
export function smsGateway({ authorization, received, now }: Options) {
  return async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    if (asked.headers.authorization !== authorization) return void answer.writeHead(401).end('Unauthorized')
    const raw = await text(asked)
    const fields = new URLSearchParams(raw)
    const [from = '', to = '', message = ''] = ['from', 'to', 'message'].map((name) => fields.get(name) ?? '')
    const whenDelivered = fields.get('whendelivered')
    received.add({ by: 'sms', at: now(), id: whenDelivered ?? '', from, to, subject: '', text: message, raw })
    const id = `s${randomBytes(16).toString('hex')}`
    const { parts } = messageParts(message)
    answer.writeHead(200, { 'Content-Type': 'application/json' })
    answer.end(
      JSON.stringify({
        id,
        status: 'created',
        from,
        to,
        parts,
        cost: 3_500 * parts,
        direction: 'outgoing',
        created: now().toISOString(),
      }),
    )
    if (whenDelivered) await tell(whenDelivered, { id, status: to.endsWith('99') ? 'failed' : 'delivered' })
  }
}

/** Once: the demo's portal is on the same machine. */
async function tell(address: string, fields: Record<string, string>): Promise<void> {
  const told = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => null)
  await told?.body?.cancel()
}
