import { z } from 'zod'
import { notFound } from '../page/problem'

const id = z.uuid()

/**
 * @param missing what is thrown for an id that is unknown, too
 * @throws it, or the not-found page: a malformed id is answered as an unknown one
 */
export function idFrom(value: string | undefined, missing: () => unknown = notFound): string {
  const parsed = id.safeParse(value)
  if (!parsed.success) throw missing()
  return parsed.data
}
