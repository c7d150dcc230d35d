import { sql } from 'kysely'
import { apiAt } from '../../../app/addresses.ts'
import { isLanguage, type Language } from '../../../app/i18n/languages.ts'
import { openAddress, openCode } from '../../../app/notice/channel/sealed-channel.ts'
import { receiptToken } from '../../../app/notice/sent/receipt-token.ts'
import { codeWords, noticeWords } from '../../../app/notice/sent/sent-words.ts'
import type { DataKeys } from '../../../app/person/data-keys.ts'
import { decryptNumber } from '../../../app/person/personal-identity-number.ts'
import type { NoticeChannel } from '../../../db/closed-lists.ts'
import type { NoticeWording } from '../../../db/roles.ts'
import type { WorkerParts } from '../job-set.ts'
import { faultOf, type Outgoing, type PostSender, type Send, type SendOutcome } from './sender.ts'

export type Senders = Partial<Record<NoticeChannel, Send>>
export type Sending = {
  senders: Senders
  dataKeys: DataKeys
  /** The portal's, for receipts. Null where no gateway gives any. */
  origin: string | null
}
type Worker = Pick<WorkerParts, 'database' | 'now' | 'log' | 'signal'>

const atOnce = 4
const plannedAtOnce = 500
/** Less than a claim lasts (service_claim_delivery), so that nobody else takes over what is still being said. */
const longestMs = 60_000

/** Lays what is due into messages and sends all there are. However many workers do so, each message goes out once. */
export async function sendDue(worker: Worker, sending: Sending): Promise<void> {
  while ((await planNotices(worker)) === plannedAtOnce && !worker.signal.aborted);
  const open = new Set(Object.keys(sending.senders) as NoticeChannel[])
  const ended = await Promise.allSettled(
    Array.from({ length: atOnce }, () => sendUntilNone(worker, sending, open)),
  )
  // Not before all have written down what they sent: a round that has ended is followed by another, or by the end of the worker.
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

async function planNotices({ database, now }: Worker): Promise<number> {
  const { rows } = await database.asService(now(), (tx) =>
    sql<{ looked_at: number }>`select service_plan_notices() as looked_at`.execute(tx),
  )
  return rows[0]!.looked_at
}

/** `open`: channels whose gateway answers. One that is away is asked again at the next interval, by what is taken before it is known. */
async function sendUntilNone(worker: Worker, sending: Sending, open: Set<NoticeChannel>): Promise<void> {
  while (open.size > 0 && !worker.signal.aborted) {
    const claimed = await claim(worker, [...open])
    if (!claimed) return
    const outcome = await send(sending, claimed)
    await record(worker, claimed, outcome)
    if (outcome.outcome !== 'failed') continue
    const { channel, deliveryId } = claimed
    worker.log.warn({ channel, deliveryId, fault: outcome.fault }, 'a notice was not sent')
    if (outcome.isAway) open.delete(channel)
  }
}

type Claimed = {
  municipalityId: string
  deliveryId: string
  try: number
  channel: NoticeChannel
  channelId: string
  sealedAddress: Buffer
  sealedNumber: Buffer | null
  sealedCode: Buffer | null
  wording: NoticeWording
  language: string
  municipality: string
  municipalityCode: string | null
  organisationNumber: string | null
}

async function claim({ database, now }: Worker, channels: NoticeChannel[]): Promise<Claimed | undefined> {
  const { rows } = await database.asService(now(), (tx) =>
    sql<Claimed>`
      select municipality_id as "municipalityId", delivery_id as "deliveryId", try, channel, channel_id as "channelId",
             sealed_address as "sealedAddress", sealed_number as "sealedNumber", sealed_code as "sealedCode", wording, language,
             municipality_name as municipality, municipality_code as "municipalityCode", organisation_number as "organisationNumber"
        from service_claim_delivery(${channels}::text[])`.execute(tx),
  )
  return rows[0]
}

async function send({ senders, dataKeys, origin }: Sending, claimed: Claimed): Promise<SendOutcome> {
  const sender = senders[claimed.channel]
  if (!sender) return { outcome: 'failed', fault: 'noSender', maybeSent: false, isAway: true }
  let outgoing: Outgoing
  try {
    outgoing = outgoingOf(claimed, dataKeys, origin)
  } catch {
    // Its key is missing: nothing is known of the address, and the next one may open.
    return { outcome: 'failed', fault: 'sealed', maybeSent: false, isAway: false }
  }
  return sender(outgoing, AbortSignal.timeout(longestMs)).catch((error: unknown) => ({
    outcome: 'failed' as const,
    fault: faultOf((error as Error).name),
    maybeSent: true,
    isAway: true,
  }))
}

function outgoingOf(claimed: Claimed, keys: DataKeys, origin: string | null): Outgoing {
  const { deliveryId, channelId, sealedAddress, sealedNumber, sealedCode } = claimed
  const language: Language = isLanguage(claimed.language) ? claimed.language : 'sv'
  return {
    deliveryId,
    language,
    address: sealedNumber ? decryptNumber(sealedNumber, keys) : openAddress(sealedAddress, channelId, keys),
    postSender: postSenderOf(claimed),
    words: sealedCode
      ? codeWords(language, openCode(sealedCode, channelId, keys))
      : noticeWords(language, claimed),
    receiptAddress: origin && `${origin}${apiAt.receipt(receiptToken(claimed, keys))}`,
  }
}

function postSenderOf({ municipalityCode, organisationNumber }: Claimed): PostSender | null {
  if (municipalityCode === null || organisationNumber === null) return null
  return { code: municipalityCode, organisationNumber }
}

async function record({ database, now }: Worker, claimed: Claimed, outcome: SendOutcome): Promise<void> {
  const { municipalityId, deliveryId } = claimed
  await database.asService(now(), async (tx) => {
    if (outcome.outcome === 'sent')
      await sql`select service_delivery_sent(${municipalityId}, ${deliveryId}, ${claimed.try})`.execute(tx)
    else if (outcome.outcome === 'bounced')
      await sql`select service_delivery_bounced(${municipalityId}, ${deliveryId}, ${claimed.try}, ${outcome.because})`.execute(
        tx,
      )
    else
      await sql`select service_delivery_failed(${municipalityId}, ${deliveryId}, ${claimed.try}, ${outcome.fault}, ${outcome.maybeSent})`.execute(
        tx,
      )
  })
}
