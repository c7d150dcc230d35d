const every = 120_000
let last = 0

/**
 * A save has renewed the session, but enhance.js cannot see that. Without this it would
 * reload the page in the middle of a dictation.
 */
export function keepSession(): void {
  const now = performance.now()
  if (now - last < every) return
  last = now
  document.querySelector<HTMLFormElement>('[data-session] form')?.requestSubmit()
}
