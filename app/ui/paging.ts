import { z } from 'zod'

export const pageSize = 30

const number = z.coerce.number().int().min(1).max(1000).catch(1)

/** The page from `?sida=`; anything invalid is the first. */
export function pageOf(url: string): number {
  return number.parse(new URL(url).searchParams.get('sida') ?? 1)
}

export function rowsOf(page: number): { limit: number; offset: number } {
  return { limit: pageSize + 1, offset: (page - 1) * pageSize }
}
