import { createECDH } from 'node:crypto'
import { domainToUnicode } from 'node:url'
import { channelsIn, pushPublicKeyIn } from '../../../app/server/notice-setting.ts'
import type { NoticeChannel } from '../../../db/closed-lists.ts'
import type { SettingSource } from '../setting-source.ts'
import { digitalPostSender, type DigitalPostSettings } from './digital-post-sender.ts'
import type { Gateway } from './gateway.ts'
import { mailSender, type MailSettings } from './mail-sender.ts'
import { pushSender, type PushSettings } from './push-sender.ts'
import type { Senders } from './send-due.ts'
import { smsSender, type SmsSettings } from './sms-sender.ts'
import { smsShapes, type SmsShapeName } from './sms-shapes.ts'

/** Null, with each fault noted, when a channel is named whose settings are missing or wrong. */
export function readNoticeSettings(
  source: SettingSource,
): { senders: Senders; origin: string | null } | null {
  const channels = source.optional('NOTICE_CHANNELS') ? source.take('NOTICE_CHANNELS', channelsIn) : []
  if (!channels) return null
  const senders: Senders = {}
  const has = (channel: NoticeChannel) => channels.includes(channel)
  const mail = has('email') ? mailSettings(source) : null
  const sms = has('sms') ? smsSettings(source) : null
  const push = has('push') ? pushSettings(source) : null
  const post = has('digitalPost') ? digitalPostSettings(source) : null
  const origin = sms?.shape.hasReceipts ? source.take('ORIGIN', (text) => new URL(text).origin) : null
  if ([mail, sms, push, post, origin].includes(undefined)) return null
  if (mail) senders.email = mailSender(mail)
  if (sms) senders.sms = smsSender(sms)
  if (push) senders.push = pushSender(push)
  if (post) senders.digitalPost = digitalPostSender(post)
  return { senders, origin: origin ?? null }
}

function mailSettings({ take, production }: SettingSource): MailSettings | undefined {
  const server = take('SMTP_URL', (text) => serverIn(text, ['smtp:', 'smtps:'], production))
  const from = take('MAIL_FROM', (text) => mailFromIn(text, production))
  if (!server || !from) return undefined
  const { url, auth } = server
  const isSecure = url.protocol === 'smtps:'
  return { host: url.hostname, port: Number(url.port || (isSecure ? 465 : 587)), isSecure, auth, from }
}

function smsSettings({ take, production }: SettingSource): SmsSettings | undefined {
  const server = take('SMS_URL', (text) => serverIn(text, ['https:'], production))
  const shape = take('SMS_SHAPE', (text) => {
    if (!Object.hasOwn(smsShapes, text))
      throw new Error(`must be one of: ${Object.keys(smsShapes).join(', ')}`)
    return smsShapes[text as SmsShapeName]
  })
  const from = take('SMS_FROM', (text) => {
    if (!/^([A-Za-z0-9]{3,11}|\+[1-9]\d{7,14})$/.test(text))
      throw new Error('must be 3–11 letters and digits, or a number with +')
    return neutralName(text)
  })
  if (!server || !shape || !from) return undefined
  return { gateway: server, shape, from }
}

function digitalPostSettings({ take, production }: SettingSource): DigitalPostSettings | undefined {
  const service = (name: string) => take(name, (text) => serverIn(text, ['https:'], production))
  const [post, party] = [service('DIGITAL_POST_URL'), service('DIGITAL_POST_PARTY_URL')]
  return post && party ? { post, party } : undefined
}

function pushSettings({ take, optional, faults, production }: SettingSource): PushSettings | undefined {
  const publicKey = take('PUSH_PUBLIC_KEY', pushPublicKeyIn)
  const privateKey = take('PUSH_KEY', (text) => {
    const bytes = Buffer.from(text, 'base64url')
    if (bytes.length !== 32) throw new Error('must be 32 bytes of base64url')
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(bytes)
    if (publicKey && pair.getPublicKey('base64url') !== publicKey)
      throw new Error('is not the key of PUSH_PUBLIC_KEY')
    return text
  })
  const contact = take('PUSH_CONTACT', (text) => {
    if (!/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(text)) throw new Error('must be mailto: or https:')
    if (production && isOfDemo(text)) throw new Error('is the demo’s')
    return text
  })
  const allowPrivate = optional('PUSH_ALLOW_PRIVATE') === 'yes'
  if (allowPrivate && production)
    faults.push({ name: 'PUSH_ALLOW_PRIVATE', fault: 'is for tests and the demo only' })
  return publicKey && privateKey && contact
    ? { keys: { publicKey, privateKey }, contact, allowPrivate }
    : undefined
}

/** An address, and apart from it who we are there. Nothing behind "?": the mail library would take its checks from there. */
function serverIn(text: string, protocols: readonly string[], production: boolean): Gateway {
  const url = new URL(text)
  if (!protocols.includes(url.protocol)) throw new Error(`must begin with ${protocols.join(' or ')}`)
  if (url.search || url.hash) throw new Error('must have nothing after ? or #')
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string]
  if (production && user === 'demo') throw new Error('is the demo’s')
  url.username = ''
  url.password = ''
  return { url, auth: user ? { user, pass } : null }
}

/** `Name <address>` or an address alone. */
function mailFromIn(text: string, production: boolean): MailSettings['from'] {
  const [, name = '', address = ''] =
    /^\s*(?:([^<>"\r\n]*?)\s*<)?([^<>\s@]+@[A-Za-z0-9.-]+)>?\s*$/.exec(text) ?? []
  if (!address) throw new Error('must be an address, or a name and <an address>')
  if (production && isOfDemo(address)) throw new Error('is the demo’s')
  const at = address.lastIndexOf('@')
  neutralName(`${name} ${address.slice(0, at)}`)
  neutralDomain(address.slice(at + 1))
  return { name, address }
}

const telling = /soc|orosanm|barn|familj|vård|vard/i

/** A sender is seen on a locked screen. */
function neutralName(text: string): string {
  if (telling.test(text) || /kommun/i.test(text)) throw new Error('tells who sends, which nobody has chosen')
  return text
}

/** That of a municipality is its own, but not that of an office within it. In letters, whichever way it is written (RFC 5890). */
function neutralDomain(domain: string): void {
  if (telling.test(domainToUnicode(domain)))
    throw new Error('tells by its domain who sends, which nobody has chosen')
}

const isOfDemo = (text: string) => /\.(invalid|example)\b/.test(text)
