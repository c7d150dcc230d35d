import { z } from 'zod'
import { notFound } from '../page/problem'

const id = z.uuid()

/** @throws the not-found page: a malformed id is answered as an unknown one */
export function idFrom(value: string | undefined): string {
  const parsed = id.safeParse(value)
  if (!parsed.success) throw notFound()
  return parsed.data
}
