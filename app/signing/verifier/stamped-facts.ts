import { contextTag, tags } from './der-form.ts'
import { Fields, readDer, type Der } from './der.ts'
import { oidOf, timeOf } from './der-values.ts'
import { integer } from './der-writer.ts'
import { refuse } from './refusal.ts'
import type { StampHash } from './time-stamp-form.ts'

/** What a time-stamp service vouches for (RFC 3161, 2.4.2). */
export type StampedFacts = { at: Date; policy: string; imprint: Buffer; nonce: Buffer | null }

const hashes: Partial<Record<string, StampHash>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** The name of the hash in an identifier of an algorithm, of which the parameter is nothing or left out. */
export function hashNamed(identifier: Der): StampHash {
  const fields = new Fields(identifier)
  const id = oidOf(fields.take(tags.oid))
  fields.maybe(tags.null)
  fields.end()
  return hashes[id] ?? refuse('time-stamp-hash')
}

export function readStampedFacts(bytes: Buffer): StampedFacts {
  const fields = new Fields(readDer(bytes))
  if (!fields.take(tags.integer).raw.equals(integer(1))) refuse('time-stamp-form')
  const policy = oidOf(fields.take(tags.oid))
  const imprint = readImprint(fields.take(tags.sequence))
  fields.take(tags.integer)
  const at = momentOf(fields.take(tags.generalizedTime))
  fields.maybe(tags.sequence)
  fields.maybe(tags.boolean)
  const nonce = fields.maybe(tags.integer)?.content ?? null
  fields.maybe(contextTag(0))
  fields.end()
  return { at, policy, imprint, nonce }
}

function readImprint(value: Der): Buffer {
  const fields = new Fields(value)
  if (hashNamed(fields.take(tags.sequence)) !== 'sha256') refuse('time-stamp-hash')
  const { content } = fields.take(tags.octetString)
  fields.end()
  return content
}

// A service may give fractions of the second, without zeros at the end (RFC 3161, 2.4.2).
function momentOf(value: Der): Date {
  const text = value.content.toString('latin1')
  const fraction = /\.(\d*[1-9])Z$/.exec(text)?.[1]
  if (!fraction) return timeOf(value)
  const whole = timeOf({ ...value, content: Buffer.from(text.replace(`.${fraction}`, '')) })
  return new Date(whole.getTime() + Math.floor(Number(`0.${fraction}`) * 1000))
}
