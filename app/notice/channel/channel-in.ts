import { z } from 'zod'
import { noticeChannels, noticeTopics, type NoticeChannel, type NoticeTopic } from '../../../db/closed-lists'
import type { NoticeWording } from '../../../db/roles'
import { emailIn, phoneIn, type AddressFault } from './own-address'
import { latinDigits } from './latin-digits'
import { pushSubscriptionIn } from './push-subscription'
import type { NewChannel } from './channels'

export type ChannelFault = AddressFault | 'noSubscription' | 'safeUnanswered' | 'notSafe' | 'noTopic'
/** What was typed, to be shown again. */
export type PostedChannel = {
  channel: NoticeChannel
  typed: string
  safe: string | undefined
  wording: NoticeWording
  topics: readonly NoticeTopic[]
  fault: ChannelFault
}

const fromForm = z.object({
  channel: z.enum(noticeChannels),
  safe: z.enum(['yes', 'no']).optional().catch(undefined),
  wording: z.enum(['neutral', 'named']).catch('neutral'),
})

/** Null when the channel is none of those offered: the page has no such form. `ownId`: whose the channel will be. */
export function channelIn(
  posted: FormData,
  offered: readonly NoticeChannel[],
  ownId: string,
): NewChannel | PostedChannel | null {
  const parsed = fromForm.safeParse(Object.fromEntries(posted))
  if (!parsed.success || !offered.includes(parsed.data.channel)) return null
  const { channel, safe, wording } = parsed.data
  const typed = textOf(posted, channel)
  const topics = topicsIn(posted)
  const read = addressIn(channel, typed, ownId)
  const fault: ChannelFault | null =
    'fault' in read
      ? read.fault
      : topics.length === 0
        ? 'noTopic'
        : !safe
          ? 'safeUnanswered'
          : safe === 'no'
            ? 'notSafe'
            : null
  if (fault || 'fault' in read) return { channel, typed, safe, wording, topics, fault: fault! }
  return { channel, address: read.address, wording, topics }
}

/** Of those there are; each once. */
export function topicsIn(posted: FormData): NoticeTopic[] {
  return noticeTopics.filter((topic) => posted.getAll('topic').includes(topic))
}

function addressIn(
  channel: NoticeChannel,
  typed: string,
  ownId: string,
): { address: string } | { fault: ChannelFault } {
  if (channel === 'email') return emailIn(typed)
  if (channel === 'sms') return phoneIn(typed)
  // Where it goes is asked by the number that the person has when it is sent.
  if (channel === 'digitalPost') return { address: ownId }
  const subscription = pushSubscriptionIn(typed)
  return subscription ? { address: JSON.stringify(subscription) } : { fault: 'noSubscription' }
}

/** Six digits, however they are grouped and whichever keyboard they are from. Empty for something else. */
export function codeIn(posted: FormData): string {
  const typed = noticeChannels.map((channel) => textOf(posted, `code-${channel}`)).find(Boolean) ?? ''
  const digits = latinDigits(typed).replace(/[\s\-–\p{Cf}]/gu, '')
  return /^\d{6}$/.test(digits) ? digits : ''
}

function textOf(posted: FormData, name: string): string {
  const value = posted.get(name)
  return typeof value === 'string' ? value.slice(0, 4000) : ''
}
