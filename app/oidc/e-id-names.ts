import { z } from 'zod'
import type { EIdNames } from './identity.ts'

const names = z.partialRecord(z.enum(['bankid', 'freja']), z.string().min(1))

/** `bankid=<name>,freja=<name>` (the broker's names) in the order shown. @throws Error if not valid */
export function eIdNamesOf(text: string): EIdNames {
  const entries = text.split(',').map((part) => {
    const at = part.indexOf('=')
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
  })
  const read = names.safeParse(Object.fromEntries(entries))
  if (!read.success) throw new Error('must look like bankid=<name>,freja=<name>')
  return read.data
}
