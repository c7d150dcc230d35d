import type { Der } from './der.ts'
import { tags } from './der-form.ts'
import { refuse } from './refusal.ts'

/** An object identifier in numbers and dots. */
export function oidOf(value: Der): string {
  if (value.tag !== tags.oid) refuse('der')
  const arcs: number[] = []
  let arc = 0
  for (const byte of value.content) {
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER / 128) refuse('der')
    if (byte & 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const first = Math.min(Math.floor(arcs[0]! / 40), 2)
  return [first, arcs[0]! - first * 40, ...arcs.slice(1)].join('.')
}

/** RFC 5280, 4.1.2.5: to the second and in UTC, with two digits of the year until 2049 in a UTCTime. */
export function timeOf(value: Der): Date {
  const text = value.content.toString('latin1')
  if (value.tag === tags.utcTime) return moment(`${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`)
  if (value.tag !== tags.generalizedTime) refuse('der')
  return moment(text)
}

function moment(text: string): Date {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  const time = new Date(iso)
  if (iso === text || Number.isNaN(time.getTime()) || time.toISOString() !== iso) refuse('der-time')
  return time
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a directory string. */
export function textOf(value: Der): string {
  const isKnown = [tags.utf8String, tags.printableString, tags.ia5String].some((tag) => tag === value.tag)
  if (!isKnown) refuse('der-text')
  try {
    return utf8.decode(value.content)
  } catch {
    return refuse('der-text')
  }
}

/** The bytes of a bit string of whole bytes: keys and signatures. */
export function bytesOfBits(value: Der): Buffer {
  if (value.tag !== tags.bitString || value.content[0] !== 0) refuse('der')
  return value.content.subarray(1)
}
