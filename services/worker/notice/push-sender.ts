import { request } from 'node:https'
import webPush from 'web-push'
import { publicAddressesOf } from '../../../app/notice/channel/public-host.ts'
import { pushSubscriptionIn } from '../../../app/notice/channel/push-subscription.ts'
import { faultOf, isUnconnected, type Send, type SendOutcome } from './sender.ts'

export type PushSettings = {
  keys: { publicKey: string; privateKey: string }
  /** Where a push service reaches whoever runs this (RFC 8292 2.1): mailto: or https:. */
  contact: string
  /** Tests and the demo: push services on this machine. */
  allowPrivate: boolean
}

// Services take 4,096 bytes of encrypted body (RFC 8291 4), which leaves so many for what is said. The library does not look.
const mostBytes = 3_993
/** A day: whoever has the telephone off for longer finds it inside. */
const timeToLive = 86_400

export function pushSender({ keys, contact, allowPrivate }: PushSettings): Send {
  return async ({ deliveryId, address, words, language }, signal) => {
    const subscription = pushSubscriptionIn(address)
    if (!subscription) return { outcome: 'bounced', because: 'gone' }
    const payload = JSON.stringify({ ...words, language })
    if (Buffer.byteLength(payload) > mostBytes) return failed('tooLong')
    try {
      const details = webPush.generateRequestDetails(subscription, payload, {
        vapidDetails: { subject: contact, ...keys },
        TTL: timeToLive,
        // At most 32 letters (RFC 8030 5.4). A second try takes the place of the first while both wait.
        topic: deliveryId.replaceAll('-', ''),
        urgency: 'normal',
      })
      const addresses = allowPrivate ? null : await publicAddressesOf(new URL(details.endpoint).hostname)
      return outcomeOf(await post(details, addresses, signal))
    } catch (error) {
      const { code, name } = error as { code?: string; name: string }
      if (code === 'notPublic') return { outcome: 'bounced', because: 'gone' }
      return failed(faultOf(code ?? name), !isUnconnected(error))
    }
  }
}

// One person's push service says nothing of another's: none is taken to be away for all.
function failed(fault: string, maybeSent = false): SendOutcome {
  return { outcome: 'failed', fault, maybeSent, isAway: false }
}

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  // RFC 8030 7.3: the subscription is no more.
  if (status === 404 || status === 410) return { outcome: 'bounced', because: 'gone' }
  return failed(faultOf('http', status))
}

type Addresses = { address: string; family: number }[]

/** Redirects are not followed. `addresses`: those that were looked at, so that the name cannot lead elsewhere meanwhile. */
function post(
  { endpoint, headers, body, method }: webPush.RequestDetails,
  addresses: Addresses | null,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const pinned = addresses && {
      lookup: (
        _host: string,
        { all }: { all?: boolean },
        found: (error: null, address: unknown, family?: number) => void,
      ) => (all ? found(null, addresses) : found(null, addresses[0]!.address, addresses[0]!.family)),
    }
    const sent = request(endpoint, { method, headers, signal, ...(pinned as object) }, (answer) => {
      resolve(answer.statusCode ?? 0)
      // What it says is nothing to us.
      answer.on('error', () => undefined).destroy()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
