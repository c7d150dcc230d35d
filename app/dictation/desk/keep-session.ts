const every = 120_000
let last = 0

/**
 * The server has just answered, so the session lives; the page's own warning (enhance.js) counts from what it knows.
 * Now and then it is made to ask, so that it does not load the page anew in the middle of a dictation.
 */
export function keepSession(): void {
  const now = performance.now()
  if (now - last < every) return
  last = now
  document.querySelector<HTMLFormElement>('[data-session] form')?.requestSubmit()
}
