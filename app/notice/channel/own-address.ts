import { z } from 'zod'
import type { NoticeChannel } from '../../../db/closed-lists.ts'
import { latinDigits } from './latin-digits.ts'

export type AddressFault = 'empty' | 'noEmail' | 'noPhone' | 'landline'
export type TypedAddress = { address: string } | { fault: AddressFault }

// Sent as it stands to a mail server: no quoted parts, comments or other letters than those every server takes.
const email = z.email().max(254)

/** An e-mail address as it is sent to; the part after @ in lower case, as all servers read it (RFC 5321 2.4). */
export function emailIn(typed: string): TypedAddress {
  const text = typed.trim()
  if (text === '') return { fault: 'empty' }
  if (!email.safeParse(text).success) return { fault: 'noEmail' }
  const at = text.lastIndexOf('@')
  return { address: text.slice(0, at) + text.slice(at).toLowerCase() }
}

/**
 * A telephone number as gateways take it (E.164), from how people write it: 070-174 06 05, 0046 70…, +46 (0)70….
 * A Swedish number must be a mobile one (070, 072, 073, 076, 079), since no message reaches another.
 */
export function phoneIn(typed: string): TypedAddress {
  const text = latinDigits(typed)
    .replace(/\p{Cf}/gu, '')
    .trim()
  if (text === '') return { fault: 'empty' }
  const bare = text.replace(/[\s().\-–/]/g, '')
  const number = bare
    .replace(/^00/, '+')
    .replace(/^0(?=[1-9])/, '+46')
    .replace(/^\+460/, '+46')
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return { fault: 'noPhone' }
  if (!number.startsWith('+46')) return { address: number }
  if (/^\+467[02369]\d{7}$/.test(number)) return { address: number }
  return { fault: number.startsWith('+467') ? 'noPhone' : 'landline' }
}

/** Channels whose address somebody types. Digital post goes to their own number, a push to the device. */
export type TypedChannel = Extract<NoticeChannel, 'email' | 'sms'>
export const isTyped = (channel: NoticeChannel): channel is TypedChannel =>
  channel === 'email' || channel === 'sms'

/** So much of an address that its owner knows it, and whoever looks over their shoulder does not. */
export function hintOf(channel: TypedChannel, address: string): string {
  if (channel === 'sms') return `…${address.slice(-2)}`
  return `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`
}
