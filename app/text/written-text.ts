/** Why a text that somebody wrote cannot be kept. Lengths in code points, as PostgreSQL's char_length counts. */
export type TextFault = { fault: 'empty' } | { fault: 'tooLong'; typed: number }

/** Invisible characters alone are not a text. */
export function textFault(text: string, longest: number): TextFault | null {
  if (!/[^\s\p{C}\p{Z}]/u.test(text)) return { fault: 'empty' }
  const typed = Array.from(text).length
  return typed > longest ? { fault: 'tooLong', typed } : null
}
