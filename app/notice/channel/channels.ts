import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { bytesOf, type AsJson } from '../../../db/as-json'
import type { NoticeChannel, NoticeTopic } from '../../../db/closed-lists'
import type { PersonTx } from '../../../db/connect'
import type { NoticeWording, PersonSchema } from '../../../db/roles'
import type { DataKeys } from '../../person/data-keys'
import { hintOf, isTyped } from './own-address'
import { addressHash, codeHash, newCode, openAddress, sealAddress, sealCode } from './sealed-channel'

export type OwnChannel = {
  id: string
  channel: NoticeChannel
  /** The end of a number, the shape of an address; null where nobody typed one, and where it cannot be read. */
  hint: string | null
  wording: NoticeWording
  topics: NoticeTopic[]
  addedAt: Date
  state: 'unconfirmed' | 'on' | 'stopped'
  isCodeWaiting: boolean
}

/** The signed-in person's own, in the order in which channels are offered. */
export async function listChannels(tx: PersonTx, keys: DataKeys): Promise<OwnChannel[]> {
  return (await channelRows(tx).execute()).map((row) => ownChannel(row, keys))
}

/** Those that nothing reaches any more, as the home page tells of them. */
export function stoppedOf(
  rows: readonly AsJson<PersonSchema['person_notice_channel']>[],
  keys: DataKeys,
): Pick<OwnChannel, 'id' | 'channel' | 'hint'>[] {
  return rows.map(({ channel_id, channel, sealed_address }) => ({
    id: channel_id,
    channel,
    hint: hintIn({ channel_id, channel, sealed_address: bytesOf(sealed_address) }, keys),
  }))
}

const channelRows = (tx: PersonTx) =>
  tx.selectFrom('person_notice_channel').selectAll().orderBy('added_at').orderBy('channel_id')

type ChannelRow = Awaited<ReturnType<ReturnType<typeof channelRows>['execute']>>[number]

function ownChannel(row: ChannelRow, keys: DataKeys): OwnChannel {
  return {
    id: row.channel_id,
    channel: row.channel,
    hint: hintIn(row, keys),
    wording: row.wording,
    topics: row.topics,
    addedAt: row.added_at,
    state: row.stopped_at ? 'stopped' : row.confirmed_at ? 'on' : 'unconfirmed',
    isCodeWaiting: row.is_code_waiting ?? false,
  }
}

/** An address whose key is gone ends no page: it is where it is taken away. */
function hintIn(
  { channel, sealed_address, channel_id }: Pick<ChannelRow, 'channel' | 'sealed_address' | 'channel_id'>,
  keys: DataKeys,
): string | null {
  if (!isTyped(channel)) return null
  try {
    return hintOf(channel, openAddress(sealed_address, channel_id, keys))
  } catch {
    return null
  }
}

type Chosen = { wording: NoticeWording; topics: readonly NoticeTopic[] }
export type NewChannel = Chosen & { channel: NoticeChannel; address: string }

/**
 * What the database says of a new address: 'there' was added before, 'other' is another one of the same channel, 'full' one too many.
 * Null for a channel that is not offered to the person.
 */
export type Added = 'added' | 'there' | 'other' | 'tooMany' | 'full'

/** Those of the portal that this person may have: digital post is not sent everywhere, and not to everybody. */
export async function listOffered(
  tx: PersonTx,
  channels: readonly NoticeChannel[],
): Promise<NoticeChannel[]> {
  if (!channels.includes('digitalPost')) return [...channels]
  const { rows } = await sql<{ may: boolean }>`select person_may_have_digital_post() as may`.execute(tx)
  return channels.filter((channel) => channel !== 'digitalPost' || rows[0]!.may)
}

/** Adds an address, and orders the code that is sent to it; a device needs none. */
export async function addChannel(
  tx: PersonTx,
  { channel, address, wording, topics }: NewChannel,
  keys: DataKeys,
): Promise<Added | null> {
  const id = randomUUID()
  const { hashed, sealed } = channel === 'push' ? { hashed: null, sealed: null } : codeFor(id, keys)
  const { rows } = await sql<{ became: Added | null }>`
    select person_add_notice_channel(${id}::uuid, ${channel}, ${sealAddress(address, id, keys)}, ${hashOf(channel, address, keys)},
      ${wording}, ${[...topics]}::text[], ${hashed}, ${sealed}) as became`.execute(tx)
  return rows[0]!.became
}

/** Null for a channel that is not the person's own. */
export async function askForCode(
  tx: PersonTx,
  channelId: string,
  keys: DataKeys,
): Promise<'asked' | 'tooMany' | null> {
  const { hashed, sealed } = codeFor(channelId, keys)
  const { rows } = await sql<{ became: 'asked' | 'tooMany' | null }>`
    select person_ask_notice_code(${channelId}::uuid, ${hashed}, ${sealed}) as became`.execute(tx)
  return rows[0]!.became
}

export type Confirmed = 'confirmed' | 'wrong' | 'over'

/** Null for a channel that is not the person's own. A wrong code counts: the caller's transaction must commit. */
export async function confirmChannel(
  tx: PersonTx,
  { channelId, code }: { channelId: string; code: string },
  keys: DataKeys,
): Promise<Confirmed | null> {
  const { rows } = await sql<{ became: Confirmed | null }>`
    select person_confirm_notice_channel(${channelId}::uuid, ${codeHash(code, channelId, keys)}) as became`.execute(
    tx,
  )
  return rows[0]!.became
}

/** @returns false for a channel that is not the person's own */
export async function changeChannel(
  tx: PersonTx,
  channelId: string,
  { wording, topics }: Chosen,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_change_notice_channel(${channelId}::uuid, ${wording}, ${[...topics]}::text[]) as done`.execute(
    tx,
  )
  return rows[0]!.done
}

/** With all that waits to be sent there. @returns false for a channel that is not the person's own */
export async function removeChannel(tx: PersonTx, channelId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select person_remove_notice_channel(${channelId}::uuid) as done`.execute(tx)
  return rows[0]!.done
}

/** Letters of either case are one mailbox at nearly every server (RFC 5321 2.4): five codes a day go to it, however it is written. */
function hashOf(channel: NoticeChannel, address: string, keys: DataKeys): Buffer {
  return addressHash(channel === 'email' ? address.toLowerCase() : address, keys)
}

function codeFor(channelId: string, keys: DataKeys): { hashed: Buffer; sealed: Buffer } {
  const code = newCode()
  return { hashed: codeHash(code, channelId, keys), sealed: sealCode(code, channelId, keys) }
}
