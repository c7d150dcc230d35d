import { setCookie } from './cookies.ts'
import { surveyAt } from '../addresses.ts'

/**
 * On a waiting room's tablet this stands in addresses instead of a code, which lies in a cookie: the next visitor
 * finds no code in the history.
 */
export const onTablet = 'har'

/** So long a page may stand before the tablet forgets who was there. What was answered is kept under the code. */
const seconds = 15 * 60

/** Of a page of the survey. */
export function tabletHeaders(at: string): Record<string, string> {
  return at === onTablet ? { Refresh: `${seconds}; url=${surveyAt.next}` } : {}
}

/** What the tablet forgets of whoever was there: the code, and the language they read in. */
export function forgotten(origin: string): [string, string][] {
  return (['surveyCode', 'language', 'textSize'] as const).map((name) => [
    'Set-Cookie',
    setCookie(name, '', origin, 0),
  ])
}
