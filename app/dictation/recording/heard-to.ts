/** The number a page says it has heard to; from the beginning for what is no such number. */
export function heardTo(asked: string | null): number {
  return /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 0
}
