import { noticeChannels, type NoticeChannel } from '../../db/closed-lists.ts'
import type { Take } from './setting-reader.ts'

/** Which ways of telling somebody are offered, and what their device asks a push service with. */
export type NoticeSettings = { channels: NoticeChannel[]; pushKey: string | null }

/** NOTICE_CHANNELS. @throws Error that names what there is */
export function channelsIn(text: string): NoticeChannel[] {
  const given = new Set(text.split(',').map((name) => name.trim()))
  const named = noticeChannels.filter((channel) => given.has(channel))
  if (named.length < given.size) throw new Error(`must be some of: ${noticeChannels.join(', ')}`)
  return named
}

/** PUSH_PUBLIC_KEY: a point on P-256, as a browser takes it. @throws Error */
export function pushPublicKeyIn(text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 65 || bytes[0] !== 4)
    throw new Error('must be 65 bytes of base64url: a point on P-256')
  return text
}

/** Without NOTICE_CHANNELS there are none. */
export function noticeSettings(env: NodeJS.ProcessEnv, take: Take): NoticeSettings {
  const channels = env['NOTICE_CHANNELS'] ? (take('NOTICE_CHANNELS', channelsIn) ?? []) : []
  const pushKey = channels.includes('push') ? (take('PUSH_PUBLIC_KEY', pushPublicKeyIn) ?? null) : null
  return { channels, pushKey }
}
