/** What a page's title says first, so that whoever listens knows before the page is read (WCAG 2.2, 2.4.2 and 4.1.3). */
export type Outcome = 'fault' | 'done'

/** By which an address says that something was done. */
const done = [
  'sparat',
  'klart',
  'signerad',
  'delgiven',
  'faststalld',
  'fragad',
  'erbjuden',
  'tack',
  'skickat',
]

/** By which an address says that what was sent was not enough to go on. */
const lacking = 'saknas'

/** Of an answer that is the page it was asked of: a form that was refused is shown again with its status. */
export function outcomeOf(status: number, address: URL): Outcome | null {
  if (status >= 400 || address.searchParams.has(lacking)) return 'fault'
  return done.some((name) => address.searchParams.has(name)) ? 'done' : null
}
