import { z } from 'zod'
import { notFound } from '../page/problem'

const id = z.uuid()

/**
 * The id in an address, as a uuid.
 * @throws the not-found page for anything else: a malformed id is answered as an unknown one
 */
export function idFrom(value: string | undefined): string {
  const parsed = id.safeParse(value)
  if (!parsed.success) throw notFound()
  return parsed.data
}
