import { z } from 'zod'
import { supportWords } from '../../../app/notice/sent/sent-words.ts'
import { askGateway, brokenOff, isAccepted, jsonIn, refusedBy, type Gateway } from './gateway.ts'
import { faultOf, type Send, type SendOutcome } from './sender.ts'

/** `party` knows people by ids that are no numbers, `post` their mailboxes by these ids. */
export type DigitalPostSettings = { post: Gateway; party: Gateway }

const mailboxes = z.array(z.object({ partyId: z.string(), reachable: z.boolean() }))
const delivery = z.object({ deliveryStatus: z.object({ delivered: z.boolean() }) })

/**
 * Digital post (Mina meddelanden) in the shape of Sundsvall's Digital Mail Sender 4.1 and Party 2.0: Sundsvallskommun/api-service-messaging,
 * digital-mail-sender-4.1.yml, and PartyClient in api-service-citizen (docs/decisions/0038-digital-post.md).
 */
export function digitalPostSender({ post, party }: DigitalPostSettings): Send {
  return async ({ address: number, postSender, words, language }, signal) => {
    if (!postSender) return failed('noPostSender')
    const { code, organisationNumber } = postSender
    const mailbox = `${code}/${organisationNumber}`
    const ask = (path: string, content: unknown) =>
      askGateway(post, { path, body: { type: 'application/json', text: JSON.stringify(content) } }, signal)
    let isBegun = false
    try {
      const path = `${code}/PRIVATE/${number}/partyId`
      const known = await askGateway(
        party,
        { path, body: null, accept: 'text/plain, application/problem+json' },
        signal,
      )
      // Said of this person, not of an address that leads nowhere.
      if (known.status === 404 && known.type === 'application/problem+json') return nobody
      const partyId = z.uuid().safeParse(known.text.trim()).data
      if (!isAccepted(known.status) || partyId === undefined) return refusedBy(known.status, false)

      const asked = await ask(`${mailbox}/mailboxes`, [partyId])
      const found = mailboxes.safeParse(jsonIn(asked)).data
      if (!isAccepted(asked.status) || !found) return refusedBy(asked.status, false)
      if (!found.some((each) => each.partyId === partyId && each.reachable)) return nobody

      isBegun = true
      const sent = await ask(`${mailbox}/send-digital-mail`, {
        partyId,
        municipalityId: code,
        headerSubject: words.subject,
        supportInfo: { supportText: supportWords(language) },
        bodyInformation: { contentType: 'text/plain', body: words.text },
      })
      const said = delivery.safeParse(jsonIn(sent)).data
      if (!isAccepted(sent.status) || !said) return refusedBy(sent.status, true)
      return said.deliveryStatus.delivered ? { outcome: 'sent' } : failed('notDelivered')
    } catch (error) {
      return brokenOff(error, isBegun)
    }
  }
}

const nobody: SendOutcome = { outcome: 'bounced', because: 'bounced' }

function failed(fault: string): SendOutcome {
  return { outcome: 'failed', fault: faultOf(fault), maybeSent: false, isAway: false }
}
