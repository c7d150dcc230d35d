import { z } from 'zod'

/** Rows on a page of a list. */
export const pageSize = 30

const number = z.coerce.number().int().min(1).max(1000).catch(1)

/** The page a list is asked for by `?sida=`; anything that is no such number is the first. */
export function pageOf(url: string): number {
  return number.parse(new URL(url).searchParams.get('sida') ?? 1)
}

/** Limits of the rows to fetch: one more than is shown tells whether there is a next page. */
export function rowsOf(page: number): { limit: number; offset: number } {
  return { limit: pageSize + 1, offset: (page - 1) * pageSize }
}
